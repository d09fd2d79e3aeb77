import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Room } from '#protocol/room.ts';
import { idOf, joined, nameOf, NOW, person, reconnecting, roomOf } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const HOST = [person(0, { role: 'host' }), person(1), person(2)];
const GUEST = [person(0), person(1, { role: 'host' })];
const ENDING = {
  by: { participant: idOf(1), name: nameOf(1) },
  principal: person(1).principal,
  note: 'Time is up',
  locked: false,
  endsAt: NOW + 10_000,
};

const inRoom = (people: typeof HOST, but: Partial<Room> = {}, clockOffset = 0) =>
  joined(people, { room: roomOf(people, but), clockOffset });

async function openDialog(session: Parameters<typeof snapshotOf>[0]) {
  const page = await openApp(snapshotOf(session));
  fireEvent.click(screen.getByRole('button', { name: 'End for everyone' }));
  const dialog = await screen.findByRole('dialog', { name: 'End the meeting for everyone?' });
  return { page, dialog, end: () => fireEvent.click(within(dialog).getByRole('button', { name: 'End for everyone' })) };
}

describe('the End dialog', () => {
  test('offers an end in ten seconds beside the one at once, which stays the choice', async () => {
    const { page, dialog, end } = await openDialog(inRoom(HOST));
    const when = within(dialog).getByRole('radiogroup', { name: 'When' });
    expect(within(when).getByRole<HTMLInputElement>('radio', { name: 'Now' }).checked).toBe(true);
    expect(dialog.textContent).toContain('2 other people will be out at once');
    fireEvent.click(within(when).getByRole('radio', { name: 'In 10 seconds' }));
    expect(dialog.textContent).toContain('2 other people will be out in 10 seconds');
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Reason' }), { target: { value: 'Lunch' } });
    end();
    await expect.poll(() => page.asked('room:schedule-end')).toEqual([{ reason: 'Lunch', lock: false, inMs: 10_000 }]);
    expect(page.asked('room:end')).toEqual([]);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  test('stays and says why where it was refused', async () => {
    const { page, dialog, end } = await openDialog(inRoom(HOST));
    page.bridge.refuse('room:schedule-end', 'already-ending');
    fireEvent.click(within(dialog).getByRole('radio', { name: 'In 10 seconds' }));
    end();
    expect((await within(dialog).findByRole('alert')).textContent).toContain('about to end already');
  });

  test.each([
    ['alone', joined([person(0, { role: 'host' })])],
    ['when an end is on its way already', inRoom(HOST, { scheduledEnd: ENDING })],
  ])('offers no choice %s', async (_when, session) => {
    const { page, dialog, end } = await openDialog(session);
    expect(within(dialog).queryByRole('radiogroup')).toBeNull();
    end();
    await expect.poll(() => page.asked('room:end').length).toBe(1);
  });
});

const said = (): string => document.querySelector('[aria-live=assertive]')?.textContent ?? '';
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms));
const timer = () => screen.getByText(/^Ending/);

describe('the countdown', () => {
  beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] }));
  afterEach(() => vi.useRealTimers());

  test('is seen by everybody, with who and why, ticks for the eye and is said once', async () => {
    await openApp(snapshotOf(inRoom(GUEST, { scheduledEnd: ENDING })));
    expect(timer().textContent).toBe(`Ending in 10 s, by ${nameOf(1)}`);
    expect(screen.getByText('Time is up')).toBeTruthy();
    expect(said()).toContain(`The meeting ends in 10 seconds, by ${nameOf(1)}. Time is up`);
    await pass(3_000);
    expect(timer().textContent).toBe(`Ending in 7 s, by ${nameOf(1)}`);
    expect(said().match(/The meeting ends/g)).toHaveLength(1);
    await pass(20_000);
    expect(timer().textContent).toBe(`Ending now, by ${nameOf(1)}`);
    expect(screen.getByText(/^Ending/).closest('[aria-live=polite], [aria-live=assertive], [role=status]')).toBeNull();
  });

  test('is on the server’s clock, and is seen while reconnecting too', async () => {
    const there = inRoom(GUEST, { scheduledEnd: { ...ENDING, endsAt: NOW + 3_600_000 + 4_000 } }, 3_600_000);
    await openApp(snapshotOf(reconnecting(there)));
    expect(timer().textContent).toBe(`Ending in 4 s, by ${nameOf(1)}`);
  });

  test('says that it locks', async () => {
    await openApp(snapshotOf(inRoom(GUEST, { scheduledEnd: { ...ENDING, locked: true } })));
    expect(screen.getByText(/It will be locked/)).toBeTruthy();
  });

  test('can be called off by whoever could end the meeting, and by nobody else', async () => {
    const page = await openApp(snapshotOf(inRoom(GUEST, { scheduledEnd: ENDING })));
    expect(screen.queryByRole('button', { name: 'Cancel the end' })).toBeNull();
    await page.push(snapshotOf(inRoom(HOST, { scheduledEnd: ENDING })));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel the end' }));
    await expect.poll(() => page.asked('room:cancel-end')).toEqual([{}]);
  });

  test('says why it could not be called off', async () => {
    const page = await openApp(snapshotOf(reconnecting(inRoom(HOST, { scheduledEnd: ENDING }))));
    page.bridge.refuse('room:cancel-end', 'offline');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel the end' }));
    expect((await screen.findByText(/You are offline/)).closest('[role=alert]')).toBeTruthy();
  });

  test('that was called off goes, and all are told by whom', async () => {
    const page = await openApp(snapshotOf(inRoom(GUEST, { scheduledEnd: ENDING })));
    const by = { participant: idOf(1), name: nameOf(1) };
    await page.push(snapshotOf(inRoom(GUEST, { scheduledEnd: null, cancelledEnd: { by, at: NOW } })));
    expect(screen.queryByText(/^Ending/)).toBeNull();
    expect(said()).toContain(`${nameOf(1)} called the end off: the meeting goes on`);
  });

  test('that was called off before I came is no news', async () => {
    const by = { participant: idOf(1), name: nameOf(1) };
    await openApp(snapshotOf(inRoom(GUEST, { scheduledEnd: null, cancelledEnd: { by, at: NOW } })));
    expect(said()).not.toContain('called the end off');
  });

  test('that is set again is said again', async () => {
    const page = await openApp(snapshotOf(inRoom(GUEST, { scheduledEnd: ENDING })));
    await page.push(snapshotOf(inRoom(GUEST, { scheduledEnd: null })));
    await page.push(snapshotOf(inRoom(GUEST, { scheduledEnd: { ...ENDING, endsAt: NOW + 30_000 } })));
    expect(said()).toContain('The meeting ends in 30 seconds');
  });
});
