import { expect, test } from 'vitest';

import { testApp, type TestApp } from './support/ground.ts';
import { ended } from './support/meeting.ts';
import { toMeeting } from './support/situations.ts';

const shows = (app: TestApp): boolean => app.parley.store.current.mini === true;

test('the small window is wanted while the main one is minimised, in a meeting', async () => {
  const app = testApp();
  app.parley.mini.minimized();
  expect(shows(app)).toBe(false);
  await toMeeting(app);
  expect(shows(app), 'also where it was minimised before').toBe(true);
  app.parley.mini.returned();
  expect(shows(app)).toBe(false);
  app.parley.mini.minimized();
  app.client.feed({ type: 'connection-lost', at: 2 });
  expect(shows(app), 'I am still in').toBe(true);
  app.client.feed(ended);
  expect(shows(app)).toBe(false);
});

test('whoever does not want it does not get it, unless they ask', async () => {
  const app = testApp({ stored: { miniWindow: false } });
  await toMeeting(app);
  app.parley.mini.minimized();
  expect(shows(app)).toBe(false);
  app.parley.mini.returned();
  expect(await app.request('window:mini', {})).toEqual({ ok: true, value: null });
  expect(app.done).toContain('minimize');
  expect(shows(app)).toBe(true);
  app.parley.mini.minimized();
  await app.request('window:show', {});
  app.parley.mini.returned();
  expect(shows(app)).toBe(false);
});

test('switching it off in the settings takes it away at once', async () => {
  const app = testApp();
  await toMeeting(app);
  app.parley.mini.minimized();
  await app.request('settings:change', { miniWindow: false });
  expect(shows(app)).toBe(false);
});

test('closed by the person it stays away until the main window is minimised again', async () => {
  const app = testApp();
  await toMeeting(app);
  app.parley.mini.minimized();
  app.parley.mini.closed();
  expect(shows(app)).toBe(false);
  app.parley.mini.returned();
  app.parley.mini.minimized();
  expect(shows(app)).toBe(true);
});

test('outside of a meeting it is refused', async () => {
  const app = testApp();
  expect(await app.request('window:mini', {})).toMatchObject({ error: { code: 'not-joined' } });
  expect(app.done).not.toContain('minimize');
});
