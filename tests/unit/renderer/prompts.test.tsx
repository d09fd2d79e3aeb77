import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Prompt } from '#protocol/ipc/snapshot.ts';
import { joined, person, ROOM } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const IDLE = { phase: 'idle' } as const;
const MEETING = joined([person(0), person(1, { role: 'host' })]);
const place = { id: 'q1', server: 'meet.example.org', room: ROOM };

async function ask(prompt: Prompt, title: string, session: typeof IDLE | typeof MEETING = IDLE) {
  const page = await openApp(snapshotOf(session, { prompt }));
  return { page, dialog: screen.getByRole('dialog', { name: title }) };
}

const press = (dialog: HTMLElement, name: string): boolean =>
  fireEvent.click(within(dialog).getByRole('button', { name }));

const answered = (answer: string, remember = false): readonly unknown[] => [{ id: 'q1', answer, remember }];

test('a link shows server and room, and goes on only when told to (invariant 8)', async () => {
  const { page, dialog } = await ask(
    { ...place, kind: 'open-link', inMeeting: false, atOnce: false },
    'Join this meeting?',
  );
  expect(dialog.textContent).toContain('meet.example.org');
  expect(dialog.textContent).toContain(ROOM);
  expect(page.bridge.asked.map(({ route }) => route)).toEqual(['app:snapshot']);
  press(dialog, 'Continue');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('accept'));
});

test('a server never used before takes a second step, which says what it will know', async () => {
  const { page, dialog } = await ask({ ...place, kind: 'trust-server' }, 'Use a new server?');
  expect(dialog.textContent).toContain('first time that you use meet.example.org');
  press(dialog, 'Continue');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('accept'));
});

test('a bad link says so and is put away', async () => {
  const { page, dialog } = await ask({ id: 'q1', kind: 'bad-link', detail: 'cut off' }, "This link can't be opened");
  press(dialog, 'Close');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('accept'));
});

test.each([
  ['Keep running', 'keep-running'],
  ['Leave', 'leave'],
  ['Cancel', 'cancel'],
])('closing the window in a meeting: %s', async (name, answer) => {
  const { page, dialog } = await ask({ id: 'q1', kind: 'close-window' }, 'Leave the meeting?', MEETING);
  press(dialog, name);
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered(answer));
});

test('the answer to closing the window is remembered if wished', async () => {
  const { page, dialog } = await ask({ id: 'q1', kind: 'close-window' }, 'Leave the meeting?', MEETING);
  fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Remember my choice' }));
  press(dialog, 'Keep running');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('keep-running', true));
});

test('quitting says how many others lose the meeting that runs on this computer', async () => {
  const { page, dialog } = await ask({ id: 'q1', kind: 'quit', served: 2 }, 'Leave the meeting?', MEETING);
  expect(dialog.textContent).toContain('2 other people lose it');
  press(dialog, 'Leave and quit');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('leave'));
});

test('quitting outside a meeting says the same of those who are in one here', async () => {
  const { page, dialog } = await ask({ id: 'q1', kind: 'quit', served: 1 }, 'Quit Parley?');
  expect(dialog.textContent).toContain('1 other person loses it');
  press(dialog, 'Quit anyway');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('leave'));
});

test('quitting and closing say nothing of others where nobody is served', async () => {
  const { page, dialog } = await ask({ id: 'q1', kind: 'quit' }, 'Leave the meeting?', MEETING);
  expect(dialog.textContent).not.toContain('on this computer');
  await page.push(snapshotOf(MEETING, { prompt: { id: 'q2', kind: 'close-window', served: 3 } }));
  expect(screen.getByRole('dialog').textContent).toContain('3 other people lose it');
});

test('whoever is alone is asked whether to stay, and is told when the app leaves', async () => {
  const prompt: Prompt = { id: 'q1', kind: 'alone', until: Date.now() + 42_000 };
  const { page, dialog } = await ask(prompt, 'You are alone here', MEETING);
  expect(dialog.textContent).toMatch(/leaves in (4[12]|3\d) seconds/);
  expect(document.activeElement?.textContent).toBe('Stay');
  press(dialog, 'Leave');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('leave'));
});

test('staying alone is one press, and Escape stays too', async () => {
  const prompt: Prompt = { id: 'q1', kind: 'alone', until: Date.now() + 42_000 };
  const { page, dialog } = await ask(prompt, 'You are alone here', MEETING);
  press(dialog, 'Stay');
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('stay'));
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await expect.poll(() => page.asked('prompt:answer')).toEqual([...answered('stay'), ...answered('stay')]);
});

test('the question of who is alone goes away when main takes it back', async () => {
  const { page } = await ask({ id: 'q1', kind: 'alone', until: Date.now() + 42_000 }, 'You are alone here', MEETING);
  await page.push(snapshotOf(MEETING));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('Escape cancels every question', async () => {
  const { page, dialog } = await ask({ id: 'q1', kind: 'quit' }, 'Leave the meeting?', MEETING);
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await expect.poll(() => page.asked('prompt:answer')).toEqual(answered('cancel'));
});

test('the next question takes the place of the one before', async () => {
  const { page } = await ask({ ...place, kind: 'open-link', inMeeting: false, atOnce: false }, 'Join this meeting?');
  await page.push(snapshotOf(IDLE, { prompt: { ...place, id: 'q2', kind: 'trust-server' } }));
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  expect(screen.getByRole('dialog', { name: 'Use a new server?' })).toBeTruthy();
});
