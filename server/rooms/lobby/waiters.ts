import { stillWaits } from '#meeting/room/lobby.ts';
import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import { refusedFrame } from '../frames.ts';
import type { Outlet } from '../roomSession.ts';

/** Somebody on a connection who waits to be let in. That they wait is in the log; that they are there is here. */
export class Waiter {
  readonly principal: PrincipalId;
  /** The connection, if it is there. */
  outlet: Outlet | null;
  /** When the connection went. */
  detachedAt: Millis = 0;
  /** They do not want in any more, whatever they are answered. */
  gone = false;
  /** Says hello once more for them: what they waited for has come. */
  readonly ask: () => void;

  constructor(principal: PrincipalId, outlet: Outlet, ask: () => void) {
    this.principal = principal;
    this.outlet = outlet;
    this.ask = ask;
  }

  get connected(): boolean {
    return this.outlet?.open ?? false;
  }
}

/** Those who wait on connections of this server to be let into one room: one for each principal, the newest. */
export class Waiters {
  readonly #waiters = new Map<PrincipalId, Waiter>();

  get size(): number {
    return this.#waiters.size;
  }

  of(principal: PrincipalId): Waiter | null {
    return this.#waiters.get(principal) ?? null;
  }

  /** From now this connection waits for the principal. One that did before is told so, and closed. */
  add(waiter: Waiter): void {
    const { outlet } = this.of(waiter.principal) ?? {};
    this.#waiters.set(waiter.principal, waiter);
    if (!outlet || outlet === waiter.outlet) return;
    outlet.send(refusedFrame({ code: 'waiting-elsewhere' }));
    outlet.close('refused');
  }

  /** The connection is gone; another may wait by then. */
  detach(waiter: Waiter, outlet: Outlet, now: Millis): void {
    if (waiter.outlet !== outlet) return;
    waiter.outlet = null;
    waiter.detachedAt = now;
  }

  /**
   * Lets all ask again for whom the room has an answer now. Worked out from what the room is, not from what happened,
   * so that nobody is forgotten. Whoever is not connected asks when they are back.
   */
  reconcile(room: Room | null): void {
    for (const [principal, waiter] of this.#waiters) {
      if (room !== null && stillWaits(room, principal)) continue;
      this.#waiters.delete(principal);
      if (waiter.connected && !waiter.gone) waiter.ask();
    }
  }

  /** Sends everybody away to come back to the room as the log has it. */
  sendAway(): void {
    for (const { outlet } of this.#waiters.values()) outlet?.close('draining');
  }
}
