import { isWaitedFor } from '#meeting/room/lobby.ts';
import type { ServerOrder } from '#meeting/room/order.ts';
import { sightOf } from '#meeting/room/sight.ts';
import type { Millis, ParticipantId, Rev, RoomId } from '#protocol/ids.ts';
import type { Policies, Room } from '#protocol/room.ts';

import type { Storage, StoredAnswer } from '../contract.ts';
import { kindOf } from '../logging.ts';
import { policiesSince, type Settings } from '../options.ts';
import { Attendance } from './attendance.ts';
import { Chronicle } from './chronicle.ts';
import { Housekeeping } from './housekeeping.ts';
import { Knocks } from './lobby/knocks.ts';
import { type Waiter, Waiters } from './lobby/waiters.ts';
import type { RoomParts } from './parts.ts';
import { plan, type Plan } from './plan.ts';
import { publish } from './publish.ts';
import type { Outlet, RoomSession } from './roomSession.ts';
import { Snapshots } from './snapshots.ts';
import { StepWriter } from './steps.ts';
import { storedAnswers } from './storedAnswers.ts';
import type { Task } from './task.ts';
import { type Pending, TaskQueue } from './taskQueue.ts';
import { Transients } from './transients.ts';

/** Tasks that are decided and committed at once. */
const BATCH = 512;

/** Milliseconds until housekeeping is tried again after storage failed. */
const RETRY_MS = 1_000;

/** Milliseconds until the room is looked at in any case: timers can't wait for a month. */
const LONGEST_WAIT_MS = 86_400_000;

/**
 * One room on this server. Takes what is wanted of it in batches, decides, commits with one append at a time, and only
 * then tells anybody. What storage did not take has not happened; whether it did is found out by reading again.
 */
export class RoomActor implements RoomParts {
  readonly id: RoomId;
  readonly storage: Storage;
  readonly settings: Settings;
  readonly policies: Policies | null;
  readonly chronicle = new Chronicle();
  readonly attendance = new Attendance();
  readonly transients = new Transients(this.chronicle, this.attendance);
  foundRev: Rev = 0;
  readonly #queue: TaskQueue;
  readonly #housekeeping: Housekeeping;
  readonly #unwatch: () => void;
  readonly waiters = new Waiters();
  readonly #snapshots = new Snapshots();
  #running = false;
  #closed = false;
  /** The log may hold more than is known here. */
  #stale = false;
  #appending = false;
  #retryAt = 0;
  #cancelTimer: (() => void) | null = null;
  #onRest: (() => void) | null = null;

  private constructor(id: RoomId, storage: Storage, settings: Settings, startedAt: Millis) {
    this.id = id;
    this.storage = storage;
    this.settings = settings;
    this.#queue = new TaskQueue(settings.clock, settings.guards.storageMs);
    const { graceMs } = settings.limits;
    const since = settings.clock.now();
    this.policies = policiesSince(settings, since);
    const knocks = new Knocks(this.chronicle, this.waiters, graceMs, startedAt);
    const roles = { roleTable: settings.roles, speakers: settings.speakers };
    const terms = { graceMs, emptyCloseMs: settings.emptyCloseMs, policies: this.policies, roles, since, knocks };
    this.#housekeeping = new Housekeeping(this.chronicle, this.attendance, terms);
    this.#unwatch = storage.log.watch(id, (rev) => {
      this.#onGrowth(rev);
    });
  }

  /**
   * Reads the room from the log; rejects if storage does. Whoever the log says is connected is not: not to this server,
   * which began at `startedAt`.
   */
  static async load(
    id: RoomId,
    storage: Storage,
    settings: Settings,
    startedAt = settings.clock.now(),
  ): Promise<RoomActor> {
    const actor = new RoomActor(id, storage, settings, startedAt);
    try {
      const { events } = await storage.log.read(id, 0);
      actor.chronicle.load(events);
    } catch (error) {
      await actor.close();
      throw error;
    }
    actor.foundRev = actor.chronicle.rev;
    for (const participant of Object.keys(actor.room?.participants ?? {})) actor.unsettle(participant as ParticipantId);
    actor.#kick();
    return actor;
  }

  get room(): Room | null {
    return this.chronicle.room;
  }

  /** It does nothing any more; the room needs another actor. */
  get isClosed(): boolean {
    return this.#closed;
  }

  /** Somebody would be out too early, or too late, if the clock jumped now. */
  get awaitsTime(): boolean {
    return this.#housekeeping.awaitsTime;
  }

  /** Nothing here needs to be kept in memory. */
  get isIdle(): boolean {
    const isEmpty = this.attendance.size === 0 && this.waiters.size === 0 && this.room?.phase !== 'open';
    return isEmpty && !this.#running && this.#queue.isEmpty && !isWaitedFor(this.room);
  }

  submit(task: Task): void {
    this.#queue.add(task);
    if (this.#closed) this.#queue.close();
    else this.#kick();
  }

  unsettle(participant: ParticipantId): void {
    this.#housekeeping.unsettle(participant);
    this.#kick();
  }

  /** The connection is gone; it may have been replaced by then. */
  detach(session: RoomSession, outlet: Outlet): void {
    if (session.outlet !== outlet) return;
    session.detachedAt = this.settings.clock.now();
    session.outlet = null;
    this.unsettle(session.record.participant);
  }

  /** The connection of somebody who waits is gone; it may have been replaced by then. */
  detachWaiter(waiter: Waiter, outlet: Outlet): void {
    this.waiters.detach(waiter, outlet, this.settings.clock.now());
    this.#kick();
  }

  forget(participant: ParticipantId): void {
    this.transients.signals.forget(participant);
  }

  snapshot(participant: ParticipantId): string {
    return this.room === null ? 'null' : this.#snapshots.textOf(this.room, sightOf(this.room, participant));
  }

  /** Ends all work here; the room itself goes on in the log. Settles when nothing is being written any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unwatch();
    this.#cancelTimer?.();
    this.#queue.close();
    if (!this.#running) return;
    await new Promise<void>((resolve) => {
      this.#onRest = resolve;
    });
  }

  #onGrowth(rev: Rev): void {
    if (this.#appending || rev <= this.chronicle.rev) return;
    this.#stale = true;
    this.#kick();
  }

  /** All that comes in one turn of the event loop becomes one batch. */
  #kick(): void {
    if (this.#running || this.#closed) return;
    this.#running = true;
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    for (;;) {
      const now = this.settings.clock.now();
      const orders = now >= this.#retryAt ? this.#housekeeping.orders(now) : [];
      const tasks = this.#queue.take(BATCH);
      const catchUp = this.#stale && now >= this.#retryAt;
      if (this.#closed || (orders.length === 0 && tasks.length === 0 && !catchUp)) break;
      const progress = await this.#turn(orders, tasks).catch((error: unknown) => {
        this.#break(error);
        return false;
      });
      if (!progress) this.#retryAt = this.settings.clock.now() + RETRY_MS;
    }
    this.#running = false;
    this.#snapshots.forget();
    this.#onRest?.();
    this.#arm();
  }

  /** One batch. False where storage failed, or the orders came to nothing: then there is no point in trying at once. */
  async #turn(orders: readonly ServerOrder[], tasks: readonly Pending[]): Promise<boolean> {
    let planned: Plan<Pending> | null;
    const { rev } = this.chronicle;
    try {
      if (this.#stale) await this.#catchUp();
      planned = this.#plan(orders, tasks, await storedAnswers(this, tasks));
      if (planned === null) return false;
      const appended = await this.#append(planned);
      this.#queue.putBack(appended ? planned.rest : tasks);
      if (!appended) return true;
    } catch (error) {
      this.#stale = true;
      this.#fail(tasks, 'unavailable', 'storage failed', error);
      return false;
    }
    await this.#deliver(planned);
    return this.chronicle.rev > rev || tasks.length > 0;
  }

  /** Null where the rules themselves break, which is a bug: the room goes on without these tasks. */
  #plan(
    orders: readonly ServerOrder[],
    tasks: readonly Pending[],
    stored: ReadonlyMap<Pending, StoredAnswer>,
  ): Plan<Pending> | null {
    try {
      return plan(this.room, orders, tasks, stored, this.settings.clock.now());
    } catch (error) {
      this.#fail(tasks, 'internal', 'rules failed', error);
      return null;
    }
  }

  #fail(tasks: readonly Pending[], code: 'unavailable' | 'internal', what: string, error: unknown): void {
    this.settings.log.error({ room: this.id, kind: kindOf(error), tasks: tasks.length }, what);
    for (const task of tasks) task.settle({ kind: 'refused', error: { code }, room: null });
  }

  /**
   * A bug, after something was committed: what is known here may be wrong from now on. Everybody is sent away to come
   * back to the room as the log has it.
   */
  #break(error: unknown): void {
    this.settings.log.error({ room: this.id, kind: kindOf(error) }, 'room failed');
    this.#closed = true;
    this.#unwatch();
    this.#queue.close();
    for (const { outlet } of this.attendance.all()) outlet?.close('draining');
    this.waiters.sendAway();
  }

  async #append({ steps, answers, durable }: Plan<Pending>): Promise<boolean> {
    if (steps.length === 0 && answers.length === 0) return true;
    const events = steps.map(({ event }) => event);
    this.#appending = true;
    try {
      const append = { room: this.id, expectedRev: this.chronicle.rev, events, answers, durable };
      const outcome = await this.storage.log.append(append);
      this.#stale = !outcome.appended;
      return outcome.appended;
    } finally {
      this.#appending = false;
    }
  }

  async #deliver({ room, steps, planned }: Plan<Pending>): Promise<void> {
    if (steps.length > 0) this.chronicle.advance(room, steps);
    for (const { task, verdict } of planned) task.settle(verdict);
    publish(this, steps);
    for (const { task, verdict } of planned) {
      if (verdict.kind === 'done') await task.admit(verdict.steps);
    }
    this.waiters.reconcile(this.room);
  }

  /** Takes in what the log holds beyond what is known here: an append that was thought lost, or somebody else's. */
  async #catchUp(): Promise<void> {
    const { events } = await this.storage.log.read(this.id, this.chronicle.rev);
    const writer = new StepWriter(this.room);
    const steps = writer.write(events);
    this.#stale = false;
    this.chronicle.advance(writer.room, steps);
    publish(this, steps);
    this.waiters.reconcile(this.room);
    for (const participant of Object.keys(this.room?.participants ?? {})) this.unsettle(participant as ParticipantId);
  }

  #arm(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#closed) return;
    const now = this.settings.clock.now();
    const due = this.#stale ? now : (this.#housekeeping.nextDue(now) ?? Infinity);
    const next = Math.max(due, this.#retryAt);
    if (next === Infinity) return;
    this.#cancelTimer = this.settings.clock.schedule(Math.min(next - now, LONGEST_WAIT_MS), () => {
      this.#kick();
    });
  }
}
