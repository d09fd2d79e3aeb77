import type { Receipt } from '#protocol/ipc/receipt.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { Exit } from '#protocol/session.ts';

import { HERE, joined, ME, NOW, person, THERE } from './room.ts';
import { exitBy, removalBy } from './snapshot.ts';

/** What is kept of an exit by that reason: after a stay of 754 s, with the connection up. */
export function receiptOf(type: ReasonType, exit: Partial<Exit> = {}, but: Partial<Receipt> = {}): Receipt {
  const { reason, removal, policy, error, mine, mayRejoin } = exitBy(type, exit);
  return {
    id: `receipt-${type}`,
    at: NOW - 25 * 60_000,
    target: HERE,
    reason,
    removal,
    ...(policy && { policy }),
    error,
    mine,
    mayRejoin,
    connection: { state: 'live' },
    stayMs: 754_000,
    participant: ME,
    incarnation: joined([person(0)]).incarnation,
    version: '0.1.0',
    ...but,
  };
}

/** A few of all kinds, the last one first. */
export const RECEIPTS: readonly Receipt[] = [
  receiptOf('REMOVE_ALL', { removal: removalBy({ roomWasEnded: true, reason: 'Lunch is ready' }) }),
  receiptOf('MANUAL_LEAVE_CALLED', { mine: true }, { at: NOW - 90 * 60_000, stayMs: 3_605_000 }),
  receiptOf(
    'CONNECTION_ATTEMPTS_EXHAUSTED',
    {},
    {
      at: NOW - 26 * 3_600_000,
      target: { ...THERE, room: 'bqz-hdul-mre' as typeof THERE.room },
      connection: { state: 'lost', since: NOW - 26 * 3_600_000 - 60_000 },
    },
  ),
  receiptOf('REMOVE_ALL', { mine: true, mayRejoin: false }, { id: 'receipt-own-end', at: NOW - 50 * 3_600_000 }),
];
