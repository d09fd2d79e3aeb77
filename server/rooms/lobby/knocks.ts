import { everyoneWaiting } from '#meeting/room/lobby.ts';
import type { ServerOrder } from '#meeting/room/order.ts';
import type { Millis } from '#protocol/ids.ts';
import type { Knock } from '#protocol/room.ts';

import type { Chronicle } from '../chronicle.ts';
import type { Waiters } from './waiters.ts';

/**
 * Nobody waits in a room who is not there any more: a knock whose connection has been gone for the grace time is
 * withdrawn. After a restart everybody has that time to come back.
 */
export class Knocks {
  readonly #chronicle: Chronicle;
  readonly #waiters: Waiters;
  readonly #graceMs: number;
  readonly #startedAt: Millis;

  /** `startedAt`: when this server began; nobody could come back to it before. */
  constructor(chronicle: Chronicle, waiters: Waiters, graceMs: number, startedAt: Millis) {
    this.#chronicle = chronicle;
    this.#waiters = waiters;
    this.#graceMs = graceMs;
    this.#startedAt = startedAt;
  }

  /** What has to be done at `now`. */
  orders(now: Millis): readonly ServerOrder[] {
    return this.#all
      .filter((knock) => this.#due(knock) <= now)
      .map(({ principal }) => ({ type: 'withdraw-knock', principal, cause: 'lost' }));
  }

  /** When there may be something to do; Infinity for never. */
  nextDue(): Millis {
    return this.#all.reduce((due, knock) => Math.min(due, this.#due(knock)), Infinity);
  }

  get #all(): readonly Knock[] {
    const { room } = this.#chronicle;
    return room ? everyoneWaiting(room) : [];
  }

  #due({ principal, at }: Knock): Millis {
    const waiter = this.#waiters.of(principal);
    if (waiter?.connected) return Infinity;
    return Math.max(at, waiter?.detachedAt ?? 0, this.#startedAt) + this.#graceMs;
  }
}
