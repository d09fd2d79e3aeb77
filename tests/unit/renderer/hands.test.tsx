import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Room } from '#protocol/room.ts';
import { roomNews } from '#renderer/features/meeting/roomNews.ts';
import { idOf, joined, nameOf, NOW, person, roomOf } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const HOST = person(0, { role: 'host' });
const PEOPLE = [HOST, person(1), person(2)];
const withHands = (...indices: readonly number[]) => {
  const hands: Room['hands'] = indices.map((index) => ({ participant: idOf(index), at: NOW }));
  return joined(PEOPLE, { room: roomOf(PEOPLE, { hands }) });
};
const said = (): string => [...document.querySelectorAll('[aria-live]')].map((live) => live.textContent).join(' ');

test('my hand is raised and lowered by one button, which waits for the room', async () => {
  const page = await openApp(snapshotOf(withHands()));
  fireEvent.click(screen.getByRole('button', { name: 'Raise hand' }));
  await expect.poll(() => page.asked('room:raise-hand')).toEqual([{ raised: true }]);
  expect(screen.getByRole('button', { name: 'Raise hand' })).toBeTruthy();
  await page.push(snapshotOf(withHands(0)));
  expect(said()).toContain('Your hand is up');
  fireEvent.click(screen.getByRole('button', { name: 'Lower hand' }));
  await expect.poll(() => page.asked('room:raise-hand')).toEqual([{ raised: true }, { raised: false }]);
  await page.push(snapshotOf(withHands()));
  expect(said()).toContain('Your hand is down');
});

test('a hand is raised by its keys, and a refusal is said', async () => {
  const page = await openApp(snapshotOf(withHands()));
  page.bridge.refuse('room:raise-hand', 'offline');
  fireEvent.keyDown(window, { key: 'H', ctrlKey: true, shiftKey: true });
  await expect.poll(() => page.asked('room:raise-hand')).toEqual([{ raised: true }]);
  await expect.poll(said).toMatch(/connect/i);
});

test('whose hand went up is told to everybody, and shown to those who keep the order', () => {
  const raised = roomNews(withHands(), withHands(1, 2));
  expect(raised).toEqual([
    { key: 'raisedHand', name: nameOf(1), shown: true },
    { key: 'raisedHand', name: nameOf(2), shown: true },
  ]);
  const asGuest = (indices: readonly number[]) => ({ ...withHands(...indices), me: idOf(2) });
  expect(roomNews(asGuest([]), asGuest([1]))).toEqual([{ key: 'raisedHand', name: nameOf(1), shown: false }]);
  expect(roomNews(withHands(1, 2), withHands(2))).toEqual([]);
  expect(roomNews(withHands(0), withHands())).toEqual([{ key: 'yourHandDown', name: '', shown: true }]);
});

test('somebody’s hand is lowered from their menu by whoever may mute', async () => {
  const page = await openApp(snapshotOf(withHands(2)));
  fireEvent.click(screen.getByRole('button', { name: 'People' }));
  fireEvent.click(screen.getByRole('button', { name: `More about ${nameOf(2)}` }));
  fireEvent.click(within(await screen.findByRole('menu')).getByRole('menuitem', { name: 'Lower their hand' }));
  await expect.poll(() => page.asked('room:lower-hand')).toEqual([{ participant: idOf(2) }]);
});
