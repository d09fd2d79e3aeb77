import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { joined, person, reconnecting } from '#tests/stage/room.ts';
import { over, removalBy, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, OUTSIDE_CALLS } from './support.tsx';

const HOST = person(0, { role: 'host' });
const AS_HOST = joined([HOST, person(1), person(2)]);
const TITLE = 'End the meeting for everyone?';

async function openDialog(session: Parameters<typeof snapshotOf>[0] = AS_HOST) {
  const page = await openApp(snapshotOf(session));
  fireEvent.click(screen.getByRole('button', { name: 'End for everyone' }));
  const dialog = await screen.findByRole('dialog', { name: TITLE });
  const reason = within(dialog).getByRole('textbox', { name: 'Reason' });
  const confirm = within(dialog).getByRole('button', { name: 'End for everyone' });
  return { page, dialog, reason, confirm };
}

test('the first click asks and ends nothing; the second ends, with reason and lock', async () => {
  const { page, dialog, reason, confirm } = await openDialog();
  expect(page.asked('room:end')).toEqual([]);
  fireEvent.change(reason, { target: { value: 'Lunch is ready' } });
  fireEvent.click(within(dialog).getByRole('switch', { name: 'Lock the meeting so nobody can rejoin' }));
  fireEvent.click(confirm);
  await expect.poll(() => page.asked('room:end')).toEqual([{ reason: 'Lunch is ready', lock: true }]);
});

test('without anything filled in, the reason is empty and the meeting is not locked', async () => {
  const { page, confirm } = await openDialog();
  fireEvent.click(confirm);
  await expect.poll(() => page.asked('room:end')).toEqual([{ reason: '', lock: false }]);
});

test('focus starts on the reason, where Enter ends nothing (semantics rule 6)', async () => {
  const { page, reason } = await openDialog();
  await expect.poll(() => document.activeElement).toBe(reason);
  fireEvent.keyDown(reason, { key: 'Enter' });
  fireEvent.keyUp(reason, { key: 'Enter' });
  expect(page.asked('room:end')).toEqual([]);
  expect(screen.getByRole('dialog', { name: TITLE })).toBeTruthy();
});

test('Escape puts the dialog away and ends nothing (semantics rule 6)', async () => {
  const { page, reason } = await openDialog();
  fireEvent.keyDown(reason, { key: 'Escape' });
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(page.asked('room:end')).toEqual([]);
});

test('Cancel puts the dialog away and ends nothing', async () => {
  const { page, dialog } = await openDialog();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(page.asked('room:end')).toEqual([]);
});

test('a reason that is too long can not be sent, and it says so', async () => {
  const { page, dialog, reason, confirm } = await openDialog();
  fireEvent.change(reason, { target: { value: 'x'.repeat(281) } });
  expect(within(dialog).getByText('A reason has at most 280 characters.')).toBeTruthy();
  fireEvent.click(confirm);
  expect(page.asked('room:end')).toEqual([]);
});

test('nothing is guessed: the dialog stays until the end has really happened, then nothing of it is left', async () => {
  const { page, confirm } = await openDialog();
  const release = page.bridge.hold('room:end');
  fireEvent.click(confirm);
  fireEvent.click(confirm);
  await expect.poll(() => page.asked('room:end').length).toBe(1);
  expect(screen.getByRole('dialog', { name: TITLE })).toBeTruthy();
  release();
  await page.push(snapshotOf(over('REMOVE_ALL', { mine: true })));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('You ended the meeting for everyone', OUTSIDE_CALLS)).toBeTruthy();
});

test('ending while offline is refused with a clear message, not pretended (semantics rule 7)', async () => {
  const { page, dialog, confirm } = await openDialog(reconnecting(AS_HOST));
  page.bridge.refuse('room:end', 'offline');
  fireEvent.click(confirm);
  const alert = await within(dialog).findByRole('alert');
  expect(alert.textContent).toContain('You are offline, so the meeting can not be ended');
  expect(screen.getByRole('dialog', { name: TITLE })).toBeTruthy();
});

test('when somebody else ends it while the dialog is open, there is one dialog: theirs (semantics rule 1)', async () => {
  const { page } = await openDialog();
  await page.push(snapshotOf(over('REMOVE_ALL', { removal: removalBy({ roomWasEnded: true }) })));
  const dialogs = screen.getAllByRole('dialog');
  expect(dialogs).toHaveLength(1);
  expect(screen.getByRole('dialog', { name: 'The meeting was ended' })).toBeTruthy();
});

test('End is offered to hosts and to whoever is alone, and to nobody else', async () => {
  const page = await openApp(snapshotOf(joined([person(0), person(1, { role: 'host' })])));
  expect(screen.queryByRole('button', { name: 'End for everyone' })).toBeNull();
  await page.push(snapshotOf(joined([person(0)])));
  expect(screen.getByRole('button', { name: 'End for everyone' })).toBeTruthy();
});
