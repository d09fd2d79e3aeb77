import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { RecordingView } from '#protocol/ipc/recording.ts';
import { joined, person, THERE } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const ana = person(0, { role: 'host' });
const two = joined([ana, person(1)]);
const SINCE = { recordingSince: 1 };
const recorded = (by: number) =>
  joined([person(0, { role: 'host', ...(by === 0 && SINCE) }), person(1, by === 1 ? SINCE : {})]);
const view = (but: Partial<RecordingView> = {}): RecordingView => ({
  id: 'one',
  state: 'on',
  file: '/videos/Parley/one.webm',
  since: 1,
  problem: null,
  ...but,
});
const said = () => screen.getByTestId('polite').textContent;

test('whoever may record is asked first, and told who will know', async () => {
  const page = await openApp(snapshotOf(two));
  fireEvent.click(screen.getByRole('button', { name: 'Record' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Record this meeting?' }));
  expect(dialog.getByText('Everybody is told, and sees it for as long as it lasts.')).toBeTruthy();
  expect(page.asked('recording:start')).toEqual([]);
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Start recording' })));
  expect(page.asked('recording:start')).toEqual([{}]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where no file can be written, the question stays and says what to do', async () => {
  const page = await openApp(snapshotOf(two));
  page.bridge.refuse('recording:start', 'not-writable');
  fireEvent.click(screen.getByRole('button', { name: 'Record' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Record this meeting?' }));
  await act(async () => void fireEvent.click(dialog.getByRole('button', { name: 'Start recording' })));
  expect(dialog.getByRole('alert').textContent).toContain('Choose another folder');
});

test('a recording is ended without a question', async () => {
  const page = await openApp(snapshotOf(recorded(0), { recording: view() }));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Stop recording' })));
  expect(page.asked('recording:stop')).toEqual([{}]);
});

test('a guest is not offered to record', async () => {
  await openApp(snapshotOf(joined([person(0), person(1)], { target: THERE })));
  expect(screen.queryByRole('button', { name: 'Record' })).toBeNull();
});

test('who records stands in the header for as long as it lasts, and is said when it begins and ends', async () => {
  const page = await openApp(snapshotOf(two));
  await page.push(snapshotOf(recorded(1)));
  const { name } = person(1);
  expect(screen.getByText(`Recording by ${name}`)).toBeTruthy();
  expect(said()).toContain(`${name} records this meeting from now on`);
  await page.push(snapshotOf(two));
  expect(screen.queryByText(`Recording by ${name}`)).toBeNull();
  expect(said()).toContain(`${name} stopped recording`);
});

test('whoever comes into a meeting that is recorded hears it, and my own says that it is mine', async () => {
  await openApp(snapshotOf(recorded(0)));
  expect(screen.getByText('You are recording')).toBeTruthy();
  expect(said()).toContain('You record this meeting from now on');
});

test('the preview says that the meeting is recorded', async () => {
  const preview = { phase: 'preview', target: THERE, role: null, refusal: null, mayUnlock: false } as const;
  const page = await openApp(snapshotOf(preview));
  expect(screen.queryByText('is being recorded', { exact: false })).toBeNull();
  await page.push(snapshotOf({ ...preview, recorded: true }));
  expect(screen.getByText('is being recorded', { exact: false })).toBeTruthy();
});

test.each([
  [null, 'The recording was kept'],
  ['disk-full', 'The disk is full'],
  ['unwritable', 'could not be written any more'],
  ['interrupted', 'was interrupted'],
] as const)('what was kept (%s) says where it is, and is shown or put away', async (problem, words) => {
  const page = await openApp(snapshotOf({ phase: 'idle' }, { recording: view({ state: 'kept', problem }) }));
  const banner = screen.getByText(words, { exact: false });
  expect(banner).toBeTruthy();
  expect(screen.getByText('At /videos/Parley/one.webm')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await expect.poll(() => page.asked('recording:show')).toEqual([{}]);
  await expect.poll(() => page.asked('recording:dismiss')).toEqual([{}]);
});

test('the folder for recordings is chosen in the settings', async () => {
  const page = await openApp(snapshotOf({ phase: 'idle' }));
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  fireEvent.click(screen.getByRole('tab', { name: 'Meetings' }));
  fireEvent.click(screen.getByRole('button', { name: 'Choose folder' }));
  await expect.poll(() => page.asked('recording:choose-folder')).toEqual([{}]);
});
