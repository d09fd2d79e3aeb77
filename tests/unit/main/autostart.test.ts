import { expect, test } from 'vitest';

import { autostartEntry, isEntryOn } from '#main/autostart/desktopEntry.ts';

import { testApp } from './support/ground.ts';

test('the app starts at login once somebody says so, and says what the system keeps', async () => {
  const app = testApp();
  const shown = () => app.parley.store.current.app.startsAtLogin;
  expect(shown()).toBe(false);
  expect(await app.request('autostart:set', { on: true })).toEqual({ ok: true, value: null });
  expect(shown()).toBe(true);
  await app.request('autostart:set', { on: false });
  expect(shown()).toBe(false);
});

test('a system that does not keep it is said to', async () => {
  const app = testApp();
  app.autostart.works = false;
  expect(await app.request('autostart:set', { on: true })).toMatchObject({ ok: false, error: { code: 'not-written' } });
  expect(app.parley.store.current.app.startsAtLogin).toBe(false);
});

test('the entry starts it hidden, whatever is in its path', () => {
  const entry = autostartEntry(['/opt/Parley/parley']);
  expect(entry).toContain('\nExec="/opt/Parley/parley" --hidden\n');
  const odd = autostartEntry(['/home/ana/My "apps"/50% $HOME\\parley']);
  expect(odd).toContain(String.raw`Exec="/home/ana/My \\"apps\\"/50%% \\$HOME\\\\parley" --hidden`);
});

test('an entry that the desktop’s own settings switched off is off', () => {
  const entry = autostartEntry(['/opt/Parley/parley']);
  expect(isEntryOn(entry)).toBe(true);
  expect(isEntryOn(`${entry}Hidden=true\n`)).toBe(false);
  expect(isEntryOn(entry.replace('enabled=true', 'enabled=false'))).toBe(false);
});
