import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { closingOf, timeLeft } from '#renderer/features/meeting/closing/closing.ts';
import { joined, NOW, person, reconnecting, roomOf } from '#tests/stage/room.ts';
import { snapshotOf } from '#tests/stage/snapshot.ts';

import { openApp } from './support.tsx';

const MINUTE = 60_000;
const people = [person(0, { role: 'host' }), person(1)];
const guests = [person(0), person(1)];

/** In a meeting that may run for as long as is said, from now on. */
const limited = (leftMs: number, clockOffset = 0) =>
  joined(people, {
    room: roomOf(people, { openedAt: NOW - 1_000_000 + clockOffset }),
    policies: { durationMs: 1_000_000 + leftMs, noHostMs: null, since: 0 },
    clockOffset,
  });

const hostless = (leftMs: number) =>
  joined(guests, {
    room: roomOf(guests, { hostlessSince: NOW - 1_000_000 }),
    policies: { durationMs: null, noHostMs: 1_000_000 + leftMs, since: 0 },
  });

describe('an end that comes by itself', () => {
  test.each([
    [10 * MINUTE + 1, null],
    [10 * MINUTE, 'soon'],
    [MINUTE + 1, 'soon'],
    [MINUTE, 'last'],
    [-5, 'last'],
  ])('of the time limit with %i ms to go is %s', (leftMs, stage) => {
    expect(closingOf(limited(leftMs), NOW)?.stage ?? null).toBe(stage);
  });

  test.each([
    [MINUTE + 1, null],
    [MINUTE, 'last'],
  ])('of a missing host with %i ms to go is %s', (leftMs, stage) => {
    expect(closingOf(hostless(leftMs), NOW)?.stage ?? null).toBe(stage);
  });

  test('is on the server’s clock', () => {
    expect(closingOf(limited(5 * MINUTE, 86_400_000), NOW)).toMatchObject({ leftMs: 5 * MINUTE });
    expect(timeLeft(limited(5 * MINUTE, -86_400_000), NOW)).toBe(5 * MINUTE);
  });

  test('is never further off than the limit, nor past', () => {
    expect(timeLeft(limited(5 * MINUTE), NOW - 86_400_000)).toBe(1_000_000 + 5 * MINUTE);
    expect(timeLeft(limited(5 * MINUTE), NOW + 86_400_000)).toBe(0);
  });

  test('there is none without a policy, nor while a host is there', () => {
    expect([closingOf(joined(people), NOW), timeLeft(joined(people), NOW)]).toEqual([null, null]);
    const policies = { durationMs: null, noHostMs: 1, since: 0 };
    expect([closingOf(joined(people, { policies }), NOW), timeLeft(joined(people, { policies }), NOW)]).toEqual([
      null,
      null,
    ]);
  });
});

const polite = (): string => document.querySelector('[aria-live=polite]')?.textContent ?? '';
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

describe('in the meeting', () => {
  beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] }));
  afterEach(() => vi.useRealTimers());

  test('the time that is left is in the header of a limited one, and of no other', async () => {
    const page = await openApp(snapshotOf(limited(42 * MINUTE + 500)));
    expect(screen.getByRole('timer', { name: 'Time left: 42:00' }).textContent).toBe('42:00 left');
    await pass(61_000);
    expect(screen.getByRole('timer', { name: 'Time left: 40:59' })).toBeTruthy();
    await page.push(snapshotOf(joined(people)));
    expect(screen.queryByRole('timer', { name: /^Time left/ })).toBeNull();
  });

  test('people are told ten minutes and one minute before the time limit, once each', async () => {
    await openApp(snapshotOf(limited(10 * MINUTE + 1_500)));
    expect(polite()).not.toContain('time limit');
    await pass(2_000);
    expect(polite()).toContain('The meeting ends in 10 minutes: its time limit.');
    await pass(5 * MINUTE);
    expect(polite().match(/time limit/g)).toHaveLength(1);
    expect(screen.queryByText(/less than a minute/, { selector: '[role=note] p' })).toBeNull();
    await pass(4 * MINUTE);
    expect(polite()).toContain('The meeting ends in less than a minute: its time limit.');
    expect(screen.getByText(/less than a minute/, { selector: '[role=note] p' })).toBeTruthy();
  });

  test('what is possible afterwards hangs on the lock', async () => {
    const open = limited(40_000);
    const page = await openApp(snapshotOf(open));
    expect(screen.getByText('Afterwards it can be joined again.')).toBeTruthy();
    await page.push(snapshotOf({ ...open, room: { ...open.room, lock: { by: null, at: 0 } } }));
    expect(screen.getByText(/nobody can join until a host unlocks it/)).toBeTruthy();
    expect(screen.queryByText('Afterwards it can be joined again.')).toBeNull();
  });

  test('whoever joins late hears how long it still goes', async () => {
    await openApp(snapshotOf(limited(4 * MINUTE)));
    expect(polite()).toContain('The meeting ends in 4 minutes: its time limit.');
  });

  test('the warning of a missing host goes away when one comes', async () => {
    const page = await openApp(snapshotOf(hostless(40_000)));
    expect(polite()).toContain('The meeting is closed in less than a minute: no host is here.');
    expect(screen.getByText('It goes on if a host comes back in time.')).toBeTruthy();
    await page.push(snapshotOf(joined(people, { policies: { durationMs: null, noHostMs: 1_040_000, since: 0 } })));
    expect(screen.queryByText('It goes on if a host comes back in time.')).toBeNull();
  });

  test('it is said while reconnecting too', async () => {
    await openApp(snapshotOf(reconnecting(limited(30_000))));
    expect(screen.getByText(/less than a minute/, { selector: '[role=note] p' })).toBeTruthy();
  });
});
