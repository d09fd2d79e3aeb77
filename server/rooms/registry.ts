import type { Order } from '#meeting/room/order.ts';
import { knowsRoles } from '#meeting/room/decideTable.ts';
import type { Result } from '#protocol/errors.ts';
import type { Millis, RoomId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import type { Storage } from '../contract.ts';
import { kindOf } from '../logging.ts';
import type { Settings } from '../options.ts';
import { within } from '../within.ts';
import { RoomActor } from './roomActor.ts';
import { newRoomId } from './roomCodes.ts';
import { submitRequest } from './tasks/requestTask.ts';
import { touchSessions } from './sessions/touch.ts';

/** Milliseconds between looks for what can be forgotten. */
const SWEEP_MS = 30_000;

/** Looks for meetings that were opened while others were closed. */
const MOST_ROUNDS = 5;

/** Codes that are tried before it is believed that none is free. */
const MOST_CODES = 5;

/** Milliseconds for which a session, or its tombstone, is kept after it was last touched. */
const KEEP_SESSIONS_MS = 7 * 86_400_000;

const closing = (_room: Room | null, at: Millis): Order => ({
  by: { kind: 'server' },
  at,
  command: { type: 'close', policy: 'shutdown', note: '' },
});

/** The rooms that this server has in memory. */
export class Registry {
  readonly #storage: Storage;
  readonly #settings: Settings;
  readonly #actors = new Map<RoomId, Promise<RoomActor>>();
  readonly #loaded = new Map<RoomId, RoomActor>();
  #cancelSweep: (() => void) | null = null;
  readonly #startedAt: Millis;
  #closed = false;

  constructor(storage: Storage, settings: Settings) {
    this.#storage = storage;
    this.#settings = settings;
    this.#startedAt = settings.clock.now();
  }

  /** Rooms in which a meeting is under way. */
  get openRooms(): number {
    return this.open().length;
  }

  /** Rooms in which a meeting is under way, as they are. */
  open(): readonly Room[] {
    return [...this.#loaded.values()].flatMap(({ room }) => (room?.phase === 'open' ? [room] : []));
  }

  get connections(): number {
    let count = 0;
    for (const { attendance } of this.#loaded.values()) {
      for (const session of attendance.all()) if (session.connected) count += 1;
    }
    return count;
  }

  /** Takes over the meetings that were under way when the storage was last used, and starts to look after all of it. */
  async recover(): Promise<void> {
    const rooms = await this.#storage.log.openRooms();
    for (const room of rooms) await this.#actor(room);
    if (rooms.length > 0) this.#settings.log.info({ rooms: rooms.length }, 'meetings found under way');
    this.#armSweep();
  }

  /** The room, loaded if need be: `room-not-found`, or `unavailable` where storage can't say. */
  async find(room: RoomId): Promise<Result<RoomActor>> {
    const actor = await this.#tryActor(room);
    if (actor === null) return { ok: false, error: { code: 'unavailable' } };
    if (actor.room !== null) return { ok: true, value: actor };
    this.#forget(actor);
    return { ok: false, error: { code: 'room-not-found' } };
  }

  /** A room that does not exist yet, to be created: `room-exists`, or `unavailable`. */
  async fresh(room: RoomId): Promise<Result<RoomActor>> {
    const actor = await this.#tryActor(room);
    if (actor === null) return { ok: false, error: { code: 'unavailable' } };
    if (actor.room !== null) return { ok: false, error: { code: 'room-exists' } };
    return { ok: true, value: actor };
  }

  /** A room under a code that nobody has. */
  async free(): Promise<Result<RoomActor>> {
    for (let tries = 1; ; tries += 1) {
      const actor = await this.fresh(newRoomId());
      if (actor.ok || actor.error.code !== 'room-exists' || tries === MOST_CODES) return actor;
    }
  }

  /**
   * Closes every meeting by policy `shutdown`. Looks again until none is under way: somebody may have been on the way
   * in. Rejects where storage does not take it.
   */
  async closeRooms(): Promise<void> {
    for (let round = 0; this.openRooms > 0; round += 1) {
      const open = [...this.#loaded.values()].filter(({ room }) => room?.phase === 'open');
      const outcomes = await Promise.all(open.map((actor) => submitRequest(actor, closing)));
      if (round >= MOST_ROUNDS || outcomes.some(({ ok }) => !ok)) throw new Error('meetings could not be closed');
    }
  }

  /** Settles when nothing is being written any more, or storage has had the time for it. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelSweep?.();
    const { clock, guards } = this.#settings;
    const closed = Promise.all([...this.#loaded.values()].map((actor) => actor.close()));
    await within(clock, guards.storageMs, closed).catch(() => {});
  }

  async #tryActor(room: RoomId): Promise<RoomActor | null> {
    try {
      return await this.#actor(room);
    } catch (error) {
      this.#settings.log.error({ room, kind: kindOf(error) }, 'storage failed');
      return null;
    }
  }

  #actor(room: RoomId): Promise<RoomActor> {
    const known = this.#actors.get(room);
    if (known && this.#loaded.get(room)?.isClosed !== true) return known;
    if (this.#closed) return Promise.reject(new Error('closed'));
    const loading = this.#load(room);
    this.#actors.set(room, loading);
    return loading;
  }

  async #load(room: RoomId): Promise<RoomActor> {
    try {
      const actor = await RoomActor.load(room, this.#storage, this.#settings, this.#startedAt);
      await this.#tellRoles(actor);
      if (this.#closed) void actor.close();
      else this.#loaded.set(room, actor);
      return actor;
    } catch (error) {
      this.#actors.delete(room);
      throw error;
    }
  }

  /** Before anybody is told how they stand in it. Where storage does not take it now, housekeeping tries again. */
  async #tellRoles(actor: RoomActor): Promise<void> {
    const told = { roleTable: this.#settings.roles, speakers: this.#settings.speakers };
    if (actor.room === null || knowsRoles(actor.room, told)) return;
    await submitRequest(actor, (_room, at) => ({
      by: { kind: 'server' },
      at,
      command: { type: 'define-roles', ...told },
    }));
  }

  #forget(actor: RoomActor): void {
    if (!actor.isIdle) return;
    void actor.close();
    this.#actors.delete(actor.id);
    this.#loaded.delete(actor.id);
  }

  #armSweep(): void {
    if (this.#closed) return;
    this.#cancelSweep = this.#settings.clock.schedule(SWEEP_MS, () => {
      void this.#sweep();
    });
  }

  async #sweep(): Promise<void> {
    const { clock, log } = this.#settings;
    const actors = [...this.#loaded.values()];
    if (!actors.some(({ awaitsTime }) => awaitsTime)) clock.settle?.();
    for (const actor of actors) this.#forget(actor);
    try {
      const now = clock.now();
      await this.#storage.log.sweep(now);
      await Promise.all(actors.map((actor) => touchSessions(actor, now - KEEP_SESSIONS_MS / 2)));
      await this.#storage.sessions.sweep(now - KEEP_SESSIONS_MS);
    } catch (error) {
      log.warn({ kind: kindOf(error) }, 'sweeping failed');
    }
    this.#armSweep();
  }
}
