import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { SessionIn } from '#protocol/session.ts';
import { HERE, THERE } from '#tests/stage/room.ts';
import { OFF, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const preview = (but: Partial<SessionIn<'preview'>> = {}): SessionIn<'preview'> => ({
  phase: 'preview',
  target: THERE,
  role: null,
  refusal: null,
  mayUnlock: false,
  ...but,
});
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

test('joins under the name in the field, which is the one of the settings at first', async () => {
  const page = await openApp(snapshotOf(preview()));
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Your name' });
  expect(name.value).toBe('Ana Ferreira');
  fireEvent.change(name, { target: { value: 'Ana' } });
  press('Join now');
  await expect.poll(() => page.asked('session:join')).toEqual([{ name: 'Ana' }]);
});

test('without a name nobody is joined; it says what is missing', async () => {
  const page = await openApp(snapshotOf(preview()));
  fireEvent.change(screen.getByRole('textbox', { name: 'Your name' }), { target: { value: ' \u200B ' } });
  press('Join now');
  expect(screen.getByText('Type the name that others will see.')).toBeTruthy();
  expect(page.asked('session:join')).toEqual([]);
});

test('says which meeting on which server, and what I will be', async () => {
  const page = await openApp(snapshotOf(preview()));
  expect(screen.getByText('kfr-wmbe-tqa')).toBeTruthy();
  expect(screen.getByText('meet.example.org')).toBeTruthy();
  await page.push(snapshotOf(preview({ target: HERE, role: 'host' })));
  expect(screen.getByText('this computer')).toBeTruthy();
  expect(screen.getByText('You will be host', { exact: false })).toBeTruthy();
});

test('says what I will be allowed as the room has said it, and promises nothing before', async () => {
  const page = await openApp(snapshotOf(preview({ target: HERE })));
  expect(screen.queryByText('You will be', { exact: false })).toBeNull();
  await page.push(snapshotOf(preview({ role: 'guest' })));
  expect(screen.getByText('You will be a guest', { exact: false })).toBeTruthy();
  await page.push(snapshotOf({ phase: 'joining', target: THERE, role: 'host', attempt: 1 }));
  expect(screen.getByText('You will be host', { exact: false })).toBeTruthy();
});

test.each([
  ['room-locked', 'The meeting is locked'],
  ['room-full', 'The meeting is full'],
  ['barred', "doesn't let you back in"],
  ['protocol-version', 'different versions'],
  ['connection-failed', 'can not be reached'],
  ['room-not-found', 'no meeting with this code'],
] as const)('a refusal with %s is told, with what to do', async (code, words) => {
  await openApp(snapshotOf(preview({ refusal: { code } })));
  expect(screen.getByRole('alert').textContent).toContain(words);
  expect(screen.queryByRole('button', { name: 'Unlock' })).toBeNull();
});

test('whoever may lift the lock is offered to', async () => {
  const page = await openApp(snapshotOf(preview({ refusal: { code: 'room-locked' }, mayUnlock: true })));
  press('Unlock');
  await expect.poll(() => page.asked('room:unlock')).toEqual([{}]);
  expect(screen.getByRole('alert')).toBeTruthy();
  await page.push(snapshotOf(preview()));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('joining shows that it goes on and can be cancelled; the name is kept for another try', async () => {
  const page = await openApp(snapshotOf(preview()));
  fireEvent.change(screen.getByRole('textbox', { name: 'Your name' }), { target: { value: 'Ana F.' } });
  await page.push(snapshotOf({ phase: 'joining', target: THERE, role: null, attempt: 3 }));
  expect(screen.getByText('Attempt 3', { exact: false })).toBeTruthy();
  press('Cancel');
  await expect.poll(() => page.asked('session:cancel')).toEqual([{}]);
  await page.push(snapshotOf(preview({ refusal: { code: 'timed-out' } })));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Your name' }).value).toBe('Ana F.');
});

test('the switches ask main and show what main says, not what was pressed', async () => {
  const page = await openApp(snapshotOf(preview()));
  press('Mute');
  await expect.poll(() => page.asked('capture:want')).toEqual([{ kind: 'microphone', on: false }]);
  expect(screen.getByRole('button', { name: 'Mute' })).toBeTruthy();
  await page.push(snapshotOf(preview(), { capture: { microphone: OFF, camera: OFF, screen: OFF } }));
  expect(screen.getByRole('button', { name: 'Unmute' })).toBeTruthy();
  press('Start video');
  await expect.poll(() => page.asked('capture:want').at(-1)).toEqual({ kind: 'camera', on: true });
});

test('a device that does not work says why and what to do', async () => {
  await openApp(
    snapshotOf(preview(), {
      capture: {
        microphone: { wanted: true, live: false, error: 'capture-refused', deviceId: null },
        camera: { wanted: true, live: false, error: 'capture-not-found', deviceId: null },
        screen: OFF,
      },
    }),
  );
  expect(screen.getByText('Allow it in the system settings', { exact: false })).toBeTruthy();
  expect(screen.getByText('No camera was found', { exact: false })).toBeTruthy();
});

test('devices are chosen from a menu with the default first; one without a name yet is numbered', async () => {
  const page = await openApp(snapshotOf(preview()));
  await act(async () =>
    page.engine.show({
      microphones: [
        { id: 'default', label: 'Default' },
        { id: 'mic-1', label: 'Desk' },
        { id: 'mic-2', label: '' },
      ],
    }),
  );
  press('Choose microphone');
  const menu = within(await screen.findByRole('group', { name: 'Microphone' }));
  const items = menu.getAllByRole('menuitemradio');
  expect(items.map(({ textContent }) => textContent)).toEqual(['System default', 'Desk', 'Microphone 2']);
  expect(items.map((item) => item.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false']);
  fireEvent.click(menu.getByRole('menuitemradio', { name: 'Desk' }));
  await expect.poll(() => page.asked('capture:choose')).toEqual([{ kind: 'microphone', deviceId: 'mic-1' }]);
});

test('the level meter tells how loud I am', async () => {
  const page = await openApp(snapshotOf(preview()));
  await act(async () =>
    page.engine.show({ local: { video: null, screen: null, audioLevel: 0.25, speaking: true, unheard: false } }),
  );
  expect(screen.getByRole('meter', { name: 'Microphone level' }).getAttribute('aria-valuenow')).toBe('50');
});
