import { setImmediate as turn } from 'node:timers/promises';

import type { ParleyError } from '#protocol/errors.ts';
import type { ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { Command } from '#protocol/wire/command.ts';
import type { CloseCause } from '#protocol/wire/limits.ts';
import type { Storage, Tombstone } from '#server/contract.ts';
import { SILENT } from '#server/logging.ts';
import { type PolicyTimes, settle as settleOptions, type Settings } from '#server/options.ts';
import type { Waiter } from '#server/rooms/lobby/waiters.ts';
import type { Joiner, Newcomer } from '#server/rooms/parts.ts';
import { RoomActor } from '#server/rooms/roomActor.ts';
import type { Outlet, RoomSession } from '#server/rooms/roomSession.ts';
import { openStorage } from '#server/rooms/storage.ts';
import { commandTask } from '#server/rooms/tasks/commandTask.ts';
import { joinTask } from '#server/rooms/tasks/joinTask.ts';
import { submitRequest } from '#server/rooms/tasks/requestTask.ts';

import { FakeClock } from './fakeClock.ts';

export const ROOM = 'abc-defg-hij' as RoomId;
export const HOST = 'principal-of-the-host' as PrincipalId;
export const GRACE_MS = 30_000;

export function settingsFor(clock: FakeClock, policies: Partial<PolicyTimes> = {}): Settings {
  return settleOptions({
    storage: { kind: 'memory' },
    host: '',
    port: 0,
    tokenKey: new Uint8Array(32),
    creationKey: null,
    allowedHosts: [],
    allowedOrigins: [],
    iceServers: [],
    limits: { graceMs: GRACE_MS },
    policies,
    log: SILENT,
    clock,
  });
}

/** Somebody at the other end of a connection that is not there. */
export class Visitor implements Newcomer {
  readonly sent: { readonly type: string; readonly [field: string]: unknown }[] = [];
  session: RoomSession | null = null;
  waiter: Waiter | null = null;
  refusal: ParleyError | null = null;
  tombstone: Tombstone | null = null;
  closed: CloseCause | null = null;
  readonly outlet: Outlet;

  constructor() {
    // oxlint-disable-next-line typescript/no-this-alias, unicorn/no-this-assignment -- the outlet's getter has its own
    const visitor = this;
    this.outlet = {
      get open() {
        return visitor.closed === null;
      },
      send: (text) => {
        if (this.closed === null) this.sent.push(JSON.parse(text) as (typeof this.sent)[number]);
      },
      close: (cause) => {
        this.closed = cause;
      },
    };
  }

  get id(): ParticipantId {
    if (!this.session) throw new Error('not in');
    return this.session.record.participant;
  }

  admitted(session: RoomSession, welcome: string): void {
    this.session = session;
    this.outlet.send(welcome);
  }

  refused(error: ParleyError): void {
    this.refusal = error;
  }

  waits(waiter: Waiter, frame: string): void {
    this.waiter = waiter;
    this.outlet.send(frame);
  }

  over(tombstone: Tombstone): void {
    this.tombstone = tombstone;
  }
}

/** One room with its actor, on a clock of the test's. */
export class Stage {
  readonly clock: FakeClock;
  readonly storage: Storage;
  readonly #policies: Partial<PolicyTimes>;
  actor: RoomActor;

  private constructor(clock: FakeClock, storage: Storage, policies: Partial<PolicyTimes>, actor: RoomActor) {
    this.clock = clock;
    this.storage = storage;
    this.#policies = policies;
    this.actor = actor;
  }

  static async set(storage?: Storage, policies: Partial<PolicyTimes> = {}): Promise<Stage> {
    const clock = new FakeClock();
    const kept = storage ?? (await openStorage({ kind: 'memory' }));
    const actor = await RoomActor.load(ROOM, kept, settingsFor(clock, policies));
    const stage = new Stage(clock, kept, policies, actor);
    await stage.done(
      submitRequest(actor, (_room, at) => ({
        by: { kind: 'server' },
        at,
        command: { type: 'create', room: ROOM, host: HOST, inviteHash: 'hash' },
      })),
    );
    return stage;
  }

  /** Lets everything that is due now happen. */
  async settle(): Promise<void> {
    for (let turns = 0; turns < 10; turns += 1) await turn();
  }

  async done<T>(promise: Promise<T>): Promise<T> {
    await this.settle();
    return promise;
  }

  async pass(ms: number): Promise<void> {
    this.clock.advance(ms);
    await this.settle();
  }

  async join(principal: string, rev = 0): Promise<Visitor> {
    const visitor = new Visitor();
    const grant = { principal: principal as PrincipalId, room: ROOM, role: 'guest', rev } as const;
    const media = { microphone: true, camera: true, screen: false };
    const hello = {
      type: 'hello',
      protocol: 'parley.v1',
      clientId: 'c',
      room: ROOM,
      token: '',
      name: principal,
      media,
    } as const;
    this.actor.submit(joinTask(this.actor, { grant, hello: hello as Joiner['hello'], newcomer: visitor }));
    await this.settle();
    return visitor;
  }

  async command(visitor: Visitor, command: Record<string, unknown>): Promise<void> {
    if (!visitor.session) throw new Error('not in');
    this.actor.submit(commandTask(this.actor, visitor.session, command as Command));
    await this.settle();
  }

  async drop(visitor: Visitor): Promise<void> {
    visitor.closed = 'silent';
    if (visitor.session) this.actor.detach(visitor.session, visitor.outlet);
    await this.settle();
  }

  /** A new actor on the same storage, as after a restart. */
  async restart(): Promise<void> {
    await this.actor.close();
    this.actor = await RoomActor.load(ROOM, this.storage, settingsFor(this.clock, this.#policies));
    await this.settle();
  }

  /** Who is present, with the state of the connection. */
  get present(): Readonly<Record<string, string>> {
    const participants = Object.values(this.actor.room?.participants ?? {});
    return Object.fromEntries(participants.map(({ name, connection }) => [name, connection]));
  }
}
