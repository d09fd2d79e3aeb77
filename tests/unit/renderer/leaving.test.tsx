import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { successors } from '#meeting/session/handOver.ts';
import { isAskedBeforeLeaving, wayOf } from '#renderer/features/leaving/successors.ts';
import { idOf, joined, nameOf, NOW, person, reconnecting } from '#tests/stage/room.ts';
import { over, snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp, OUTSIDE_CALLS } from './support.tsx';

const HOST = person(0, { role: 'host' });
const OTHER_HOST = person(0, { role: 'guest' });
const AS_HOST = joined([HOST, person(1), person(2)]);
const AS_GUEST = joined([OTHER_HOST, person(1, { role: 'host' })]);

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

test('a guest leaves with one click, and waits on the screen until main says it happened', async () => {
  const page = await openApp(snapshotOf(AS_GUEST));
  press('Leave');
  await expect.poll(() => page.asked('room:leave')).toEqual([{}]);
  expect(screen.queryByRole('menu')).toBeNull();
  expect(screen.getByRole('region', { name: 'Controls' })).toBeTruthy();

  await page.push(snapshotOf(over('MANUAL_LEAVE_CALLED', { mine: true })));
  expect(screen.getByText('You left', OUTSIDE_CALLS)).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  press('Rejoin');
  await expect.poll(() => page.asked('session:rejoin')).toEqual([{}]);
});

test('whoever is alone leaves with one click, as host too', async () => {
  const page = await openApp(snapshotOf(joined([HOST])));
  press('Leave');
  await expect.poll(() => page.asked('room:leave')).toEqual([{}]);
});

test('a host with others is asked once: hand over, leave without a host, or end for everyone', async () => {
  const page = await openApp(snapshotOf(AS_HOST));
  press('Leave');
  const menu = await screen.findByRole('menu', { name: 'Leave the meeting?' });
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent),
  ).toEqual([
    `Hand over to ${nameOf(1)} and leave`,
    `Hand over to ${nameOf(2)} and leave`,
    'Leave without a host',
    'End for everyone',
  ]);
  expect(page.asked('room:leave')).toEqual([]);
  fireEvent.click(within(menu).getByRole('menuitem', { name: `Hand over to ${nameOf(2)} and leave` }));
  await expect.poll(() => page.asked('room:leave')).toEqual([{ handOverTo: idOf(2) }]);
});

test('a host may leave without a host', async () => {
  const page = await openApp(snapshotOf(AS_HOST));
  press('Leave');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Leave without a host' }));
  await expect.poll(() => page.asked('room:leave')).toEqual([{}]);
});

test('ending from the leave menu takes the second step as well (semantics rule 6)', async () => {
  const page = await openApp(snapshotOf(AS_HOST));
  press('Leave');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'End for everyone' }));
  expect(await screen.findByRole('dialog', { name: 'End the meeting for everyone?' })).toBeTruthy();
  expect(page.asked('room:end')).toEqual([]);
});

test('a refused leave is said, and the meeting stays on the screen', async () => {
  const page = await openApp(snapshotOf(AS_GUEST));
  page.bridge.refuse('room:leave', 'no-such-participant');
  press('Leave');
  expect((await screen.findAllByText('This person is no longer in the meeting.')).length).toBeGreaterThan(0);
  expect(screen.getByRole('region', { name: 'Stage' })).toBeTruthy();
});

test('while reconnecting, leaving is one click too: it works at once (semantics rule 7)', async () => {
  const page = await openApp(snapshotOf(reconnecting(AS_GUEST)));
  press('Leave');
  await expect.poll(() => page.asked('room:leave')).toEqual([{}]);
});

test('the exit is shown only once everything is released (semantics rule 2)', async () => {
  const page = await openApp(snapshotOf(AS_GUEST));
  await act(async () => page.engine.show({ holding: true }));
  await page.push(snapshotOf(over('REMOVE_PEER', { released: false })));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('main', { name: 'Leaving the meeting', busy: true })).toBeTruthy();
  expect(screen.queryByText('Leaving the meeting')).toBeNull();
  // What takes longer than a blink is said.
  expect(await screen.findByRole('heading', { name: 'Leaving the meeting' })).toBeTruthy();
  await page.push(snapshotOf(over('REMOVE_PEER')));
  expect(screen.getByRole('dialog', { name: 'You were removed from the meeting' })).toBeTruthy();
  expect(page.asked('room:leave')).toEqual([]);
});

test('the page that has let go of everything shows the exit, and waits for nobody to say so', async () => {
  const page = await openApp(snapshotOf(AS_GUEST));
  await act(async () => page.engine.show({ holding: true }));
  await page.push(snapshotOf(over('REMOVE_PEER', { released: false })));
  expect(screen.queryByRole('dialog')).toBeNull();
  await act(async () => page.engine.show({ holding: false }));
  const dialog = screen.getByRole('dialog', { name: 'You were removed from the meeting' });
  await page.push(snapshotOf(over('REMOVE_PEER')));
  expect(screen.getByRole('dialog')).toBe(dialog);
});

test('after my own leave nothing is shown before main says that I am out: another meeting may come next', async () => {
  const page = await openApp(snapshotOf(AS_GUEST));
  await page.push(snapshotOf(over('SWITCH_ROOM', { mine: true, released: false })));
  expect(screen.getByRole('main', { name: 'Leaving the meeting', busy: true })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'New meeting' })).toBeNull();
  await page.push(snapshotOf(over('MANUAL_LEAVE_CALLED', { mine: true })));
  expect(screen.getByRole('button', { name: 'New meeting' })).toBeTruthy();
});

const idsOf = (session: Parameters<typeof successors>[0]): readonly string[] => successors(session).map(({ id }) => id);

test('a successor is whoever is here longest, the lost ones last, nobody where another host stays or I am offline', () => {
  const people = [
    HOST,
    person(1, { joinedAt: NOW }),
    person(2),
    person(3, { connection: 'lost' as const, joinedAt: 0 }),
  ];
  expect(idsOf(joined(people))).toEqual([idOf(2), idOf(1), idOf(3)]);
  expect(idsOf(joined([...people, person(4, { role: 'host' })]))).toEqual([]);
  expect(successors({ ...joined(people), phase: 'reconnecting', since: NOW, attempt: 1 })).toEqual([]);
});

test('leaving is asked about only where a host leaves somebody behind', () => {
  expect(isAskedBeforeLeaving(AS_HOST)).toBe(true);
  expect(isAskedBeforeLeaving(AS_GUEST)).toBe(false);
  expect(isAskedBeforeLeaving(joined([HOST]))).toBe(false);
});

test('what leaving without handing over means is said as it is', () => {
  expect(wayOf(AS_HOST)).toBe('withoutHost');
  expect(wayOf(joined([HOST, person(1, { role: 'host' })]))).toBe('othersStay');
  expect(wayOf({ ...AS_HOST, phase: 'reconnecting', since: NOW, attempt: 1 })).toBe('offline');
});
