import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { RoomId } from '#protocol/ids.ts';
import type { Prompt } from '#protocol/ipc/snapshot.ts';
import { idOf, joined, nameOf, person, ROOM, THERE } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const AS_HOST = joined([person(0, { role: 'host' }), person(1), person(2)]);
const AS_GUEST = joined([person(0), person(1, { role: 'host' })]);
const OTHER = 'bqz-hdul-mre' as RoomId;
const LINK: Prompt = {
  id: 'q1',
  kind: 'open-link',
  server: 'meet.example.org',
  room: OTHER,
  inMeeting: true,
  atOnce: true,
};
const TITLE = 'Go to another meeting?';

async function ask(prompt: Prompt, title: string, session: typeof AS_HOST) {
  const page = await openApp(snapshotOf(session, { prompt }));
  return { page, dialog: screen.getByRole('dialog', { name: title }) };
}

const press = (within_: HTMLElement, name: string): boolean =>
  fireEvent.click(within(within_).getByRole('button', { name }));

test('a link in a meeting says where it leads, and which meeting is left for it (semantics rule 8)', async () => {
  const { page, dialog } = await ask(LINK, TITLE, AS_GUEST);
  expect(dialog.textContent).toContain('meet.example.org');
  expect(dialog.textContent).toContain(OTHER);
  expect(dialog.textContent).toContain(`You leave ${ROOM} for it`);
  press(dialog, 'Cancel');
  await expect.poll(() => page.asked('prompt:answer')).toEqual([{ id: 'q1', answer: 'cancel', remember: false }]);
});

test.each([
  ['Leave and continue', 'accept'],
  ['Switch now', 'switch-now'],
])('a guest goes on by one press: %s', async (name, answer) => {
  const { page, dialog } = await ask(LINK, TITLE, AS_GUEST);
  expect(within(dialog).queryByRole('radiogroup')).toBeNull();
  press(dialog, name);
  await expect.poll(() => page.asked('prompt:answer')).toEqual([{ id: 'q1', answer, remember: false }]);
});

test('a server that was never used is not gone to without a look', async () => {
  const { dialog } = await ask({ ...LINK, atOnce: false }, TITLE, AS_GUEST);
  expect(within(dialog).queryByRole('button', { name: 'Switch now' })).toBeNull();
});

test('the only host says who is host next, the longest present unless they choose', async () => {
  const { page, dialog } = await ask(LINK, TITLE, AS_HOST);
  const choice = within(dialog).getByRole('radiogroup', { name: 'Who is host after you?' });
  expect(within(choice).getByRole<HTMLInputElement>('radio', { name: nameOf(1) }).checked).toBe(true);
  fireEvent.click(within(choice).getByRole('radio', { name: nameOf(2) }));
  press(dialog, 'Switch now');
  await expect
    .poll(() => page.asked('prompt:answer'))
    .toEqual([{ id: 'q1', answer: 'switch-now', remember: false, handOverTo: idOf(2) }]);
});

test('or leaves without a host, if that is chosen', async () => {
  const { page, dialog } = await ask(LINK, TITLE, AS_HOST);
  fireEvent.click(within(dialog).getByRole('radio', { name: 'Nobody: leave without a host' }));
  press(dialog, 'Leave and continue');
  await expect.poll(() => page.asked('prompt:answer')).toEqual([{ id: 'q1', answer: 'accept', remember: false }]);
});

test('whoever was chosen and has gone is not handed over to', async () => {
  const { page, dialog } = await ask(LINK, TITLE, AS_HOST);
  fireEvent.click(within(dialog).getByRole('radio', { name: nameOf(2) }));
  await page.push(snapshotOf(joined([person(0, { role: 'host' }), person(1)]), { prompt: LINK }));
  press(screen.getByRole('dialog', { name: TITLE }), 'Leave and continue');
  await expect.poll(() => page.asked('prompt:answer')).toMatchObject([{ handOverTo: idOf(1) }]);
});

test('a switch that came to nothing says that I am still here, and why (1104)', async () => {
  const prompt: Prompt = {
    id: 'q1',
    kind: 'switch-failed',
    server: 'meet.example.org',
    room: OTHER,
    from: ROOM,
    error: { code: 'room-locked' },
  };
  const { page, dialog } = await ask(prompt, `You are still in ${ROOM}`, AS_GUEST);
  expect(dialog.textContent).toContain(`${OTHER} did not let you in`);
  expect(dialog.textContent).toContain('The meeting is locked');
  press(dialog, 'Details');
  expect(dialog.textContent).toMatch(/1104.*SWITCH_ROOM_FAILED.*room-locked/);
  press(dialog, 'Close');
  await expect.poll(() => page.asked('prompt:answer')).toEqual([{ id: 'q1', answer: 'accept', remember: false }]);
});

test('while the other meeting is asked the banner says so, and staying is one press', async () => {
  const page = await openApp(snapshotOf(AS_GUEST, { switchingTo: { ...THERE, room: OTHER } }));
  const banner = screen.getByText(`Asking ${OTHER} whether it lets you in.`).closest('[role=status]');
  if (!(banner instanceof HTMLElement)) throw new Error('there is no banner');
  press(banner, 'Stay here');
  await expect.poll(() => page.asked('session:stay')).toEqual([{}]);
  await page.push(snapshotOf(AS_GUEST));
  expect(screen.queryByText(/^Asking/)).toBeNull();
});

test('another meeting can be typed, and nothing is sent for what is none', async () => {
  const page = await openApp(snapshotOf(AS_HOST));
  press(document.body, 'Go to another meeting');
  const dialog = screen.getByRole('dialog', { name: TITLE });
  const field = within(dialog).getByRole('textbox', { name: 'Meeting code or link' });
  press(dialog, 'Leave and continue');
  expect(dialog.textContent).toContain('Type a meeting code or paste a link first.');
  fireEvent.change(field, { target: { value: 'nonsense' } });
  press(dialog, 'Switch now');
  expect(dialog.textContent).toContain('neither a meeting code nor an invite link');
  fireEvent.change(field, { target: { value: ` ${OTHER} ` } });
  fireEvent.submit(field);
  expect(page.asked('session:switch')).toEqual([]);
  press(dialog, 'Switch now');
  await expect.poll(() => page.asked('session:switch')).toEqual([{ target: OTHER, now: true, handOverTo: idOf(1) }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});
