import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { ROOM } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const HOME = snapshotOf({ phase: 'idle' });
const LINK = `parley://join/meet.example.org/kfr-wmbe-tqa#${'A'.repeat(43)}`;

const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Meeting code or link' });
const type = (text: string): boolean => fireEvent.change(field(), { target: { value: text } });
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

test('New meeting asks main for one, and says why where there is none', async () => {
  const page = await openApp(HOME);
  page.bridge.refuse('session:create', 'connection-failed');
  press('New meeting');
  await expect.poll(() => page.asked('session:create')).toEqual([{}]);
  expect((await screen.findByRole('alert')).textContent).toContain('can not be reached');
});

test('a link that is pasted is recognised before anything is connected to', async () => {
  const page = await openApp(HOME);
  type(LINK);
  expect(screen.getByText('Invite link to kfr-wmbe-tqa on meet.example.org')).toBeTruthy();
  expect(page.asked('session:open')).toEqual([]);
  press('Join');
  await expect.poll(() => page.asked('session:open')).toEqual([{ target: LINK }]);
});

test('Enter in the field joins', async () => {
  const page = await openApp(HOME);
  type('kfr-wmbe-tqa');
  const form = field().closest('form');
  if (!form) throw new Error('the field is in a form');
  fireEvent.submit(form);
  await expect.poll(() => page.asked('session:open')).toEqual([{ target: 'kfr-wmbe-tqa' }]);
});

test.each([
  ['', 'Type a meeting code or paste a link first.'],
  ['tomorrow at nine', 'A code looks like kfr-wmbe-tqa.'],
])('%o is neither code nor link: it says so and asks nothing of main', async (text, words) => {
  const page = await openApp(HOME);
  type(text);
  press('Join');
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
  expect(page.asked('session:open')).toEqual([]);
  type('kfr-wmbe-tqa');
  expect(screen.queryByText(words, { exact: false })).toBeNull();
});

test('a refusal of main stands below the field', async () => {
  const page = await openApp(HOME);
  page.bridge.refuse('session:open', 'server-unknown');
  type('kfr-wmbe-tqa');
  press('Join');
  expect(await screen.findByText('Paste the whole link instead.', { exact: false })).toBeTruthy();
});

test('a recent meeting is opened, or forgotten', async () => {
  const page = await openApp(HOME);
  press('Open bqz-hdul-mre');
  press('Forget bqz-hdul-mre');
  const meeting = { server: 'meet.example.org', room: 'bqz-hdul-mre' };
  await expect.poll(() => page.asked('session:reopen')).toEqual([meeting]);
  await expect.poll(() => page.asked('recent:forget')).toEqual([meeting]);
});

test('the meeting that the last run ended in is offered again, until dismissed', async () => {
  const interrupted = { server: 'meet.example.org', room: ROOM, hosted: false, lastAt: 1, mayRejoin: true };
  const page = await openApp({ ...HOME, app: { ...HOME.app, interrupted } });
  const banner = screen.getByRole('status');
  expect(banner.textContent).toContain(`You were in ${ROOM}: rejoin?`);
  page.bridge.refuse('session:reopen', 'connection-failed');
  fireEvent.click(within(banner).getByRole('button', { name: 'Rejoin' }));
  await expect.poll(() => page.asked('session:reopen')).toEqual([{ server: 'meet.example.org', room: ROOM }]);
  expect((await screen.findByRole('alert')).textContent).toContain('can not be reached');
  press('Dismiss');
  expect(screen.queryByText('You were in', { exact: false })).toBeNull();
});

test('where rejoining can not work, it says what to do instead of offering it', async () => {
  const interrupted = { server: 'meet.example.org', room: ROOM, hosted: false, lastAt: 1, mayRejoin: false };
  await openApp({ ...HOME, app: { ...HOME.app, interrupted } });
  expect(screen.getByRole('status').textContent).toContain('open the link again');
  expect(screen.queryByRole('button', { name: 'Rejoin' })).toBeNull();
  press('Dismiss');
  expect(screen.queryByText('You were in', { exact: false })).toBeNull();
});

test('settings that were put aside and an identity that is not kept are said, until dismissed', async () => {
  await openApp({
    ...HOME,
    app: { ...HOME.app, identityKept: false, settingsSetAside: 'settings.broken.json' },
  });
  expect(screen.getByText('The old file was kept as settings.broken.json')).toBeTruthy();
  expect(screen.getByText('forgets who you are', { exact: false })).toBeTruthy();
  for (const button of screen.getAllByRole('button', { name: 'Dismiss' })) fireEvent.click(button);
  expect(screen.queryAllByRole('status')).toEqual([]);
});

test('every setting takes effect at once', async () => {
  const page = await openApp(HOME);
  press('Settings');
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }));
  const at = (section: string): boolean => fireEvent.click(dialog.getByRole('tab', { name: section }));
  at('Appearance');
  fireEvent.click(dialog.getByRole('radio', { name: 'Dark' }));
  at('Meetings');
  fireEvent.click(dialog.getByRole('radio', { name: 'Keep running in the tray' }));
  fireEvent.click(dialog.getByRole('switch', { name: 'Join with the camera on' }));
  fireEvent.click(dialog.getByRole('radio', { name: 'Ask after 15 minutes' }));
  fireEvent.click(dialog.getByRole('radio', { name: 'Never ask' }));
  at('Profile');
  const name = dialog.getByRole('textbox', { name: 'Your name' });
  fireEvent.change(name, { target: { value: 'Ana F.' } });
  fireEvent.blur(name);
  at('Servers');
  const server = dialog.getByRole('textbox', { name: 'Server for new meetings and codes' });
  fireEvent.change(server, { target: { value: 'Meet.Example.org' } });
  fireEvent.blur(server);
  await expect
    .poll(() => page.asked('settings:change'))
    .toEqual([
      { theme: 'dark' },
      { closeBehaviour: 'keep-running' },
      { joinWithCamera: false },
      { aloneMinutes: 15 },
      { aloneMinutes: null },
      { displayName: 'Ana F.' },
      { defaultServer: 'meet.example.org' },
    ]);
});

test('a server that can be none is not taken, and it says how one is written', async () => {
  const page = await openApp(HOME);
  press('Settings');
  fireEvent.click(screen.getByRole('tab', { name: 'Servers' }));
  const server = screen.getByRole('textbox', { name: 'Server for new meetings and codes' });
  fireEvent.change(server, { target: { value: 'https://meet.example.org' } });
  fireEvent.blur(server);
  expect(screen.getByText('A server is written as', { exact: false })).toBeTruthy();
  expect(page.asked('settings:change')).toEqual([]);
});

test('the theme of the settings is on the document', async () => {
  const page = await openApp({ ...HOME, settings: { ...HOME.settings, theme: 'dark' } });
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await page.push({ ...HOME, settings: { ...HOME.settings, theme: 'light' } });
  expect(document.documentElement.dataset['theme']).toBe('light');
});
