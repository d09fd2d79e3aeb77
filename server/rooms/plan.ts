import { decide } from '#meeting/room/decide.ts';
import type { Order, ServerOrder } from '#meeting/room/order.ts';
import type { ParleyError } from '#protocol/errors.ts';
import type { Millis } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

import type { StoredAnswer } from '../contract.ts';
import { isRemoval } from './chronicle.ts';
import { errorFrame, okFrame } from './frames.ts';
import { type Step, StepWriter } from './steps.ts';
import type { Once, Task, Verdict } from './task.ts';

export interface Planned<T extends Task> {
  readonly task: T;
  readonly verdict: Verdict;
}

/** A batch, decided but not committed. */
export interface Plan<T extends Task> {
  /** As it is if the plan is committed. */
  readonly room: Room | null;
  /** The server's own orders come first. */
  readonly steps: readonly Step[];
  readonly planned: readonly Planned<T>[];
  /** Tasks that have to wait for the next batch. */
  readonly rest: readonly T[];
  readonly answers: readonly StoredAnswer[];
  /** Something in it must be on disk before anybody is told. */
  readonly durable: boolean;
}

/** Decides the tasks one after the other, each on the room as the ones before have left it. */
export function plan<T extends Task>(
  room: Room | null,
  orders: readonly ServerOrder[],
  tasks: readonly T[],
  stored: ReadonlyMap<T, StoredAnswer>,
  at: Millis,
): Plan<T> {
  const planner = new Planner<T>(room, at);
  for (const command of orders) planner.order({ by: { kind: 'server' }, at, command });
  for (const [index, task] of tasks.entries()) {
    planner.task(task, stored.get(task) ?? null);
    if (planner.isTurningPoint) return planner.finish(tasks.slice(index + 1));
  }
  return planner.finish([]);
}

type Decided = Exclude<Verdict, { readonly kind: 'stored' }>;

class Planner<T extends Task> {
  readonly #at: Millis;
  readonly #steps: Step[] = [];
  readonly #planned: Planned<T>[] = [];
  readonly #answers = new Map<string, StoredAnswer>();
  readonly #writer: StepWriter;
  isTurningPoint = false;

  constructor(room: Room | null, at: Millis) {
    this.#writer = new StepWriter(room);
    this.#at = at;
  }

  order(order: Order): readonly Step[] | ParleyError {
    const decision = decide(this.#writer.room, order);
    if (!decision.ok) return decision.error;
    const steps = this.#writer.write(decision.events);
    this.#steps.push(...steps);
    return steps;
  }

  task(task: T, stored: StoredAnswer | null): void {
    const key = task.once && `${task.once.principal} ${task.once.id}`;
    const earlier = stored ?? (key === null ? null : (this.#answers.get(key) ?? null));
    if (earlier) {
      this.#planned.push({ task, verdict: { kind: 'stored', frame: earlier.frame } });
      return;
    }
    const verdict = this.#decide(task);
    this.#planned.push({ task, verdict });
    if (task.once && key !== null) this.#answers.set(key, this.#answer(task.once, verdict));
  }

  finish(rest: readonly T[]): Plan<T> {
    const answers = [...this.#answers.values()];
    return {
      room: this.#writer.room,
      steps: this.#steps,
      planned: this.#planned,
      rest,
      answers,
      durable: this.#steps.some(({ event }) => isDurable(event)),
    };
  }

  #decide(task: T): Decided {
    const { room } = this.#writer;
    const prepared = task.prepare(room, this.#at);
    const outcome = 'code' in prepared ? prepared : this.order(prepared);
    if ('code' in outcome) return { kind: 'refused', error: outcome, room };
    this.isTurningPoint ||= outcome.some(({ event }) => endsCredentials(event));
    return { kind: 'done', rev: this.#writer.room?.rev ?? 0, steps: outcome };
  }

  #answer(once: Once, verdict: Decided): StoredAnswer {
    const id = once.answerTo ?? once.id;
    const frame = verdict.kind === 'done' ? okFrame(id, verdict.rev) : errorFrame(verdict.error, id);
    return { principal: once.principal, commandId: once.id, frame, until: this.#at + once.keepMs };
  }
}

const DURABLE: ReadonlySet<RoomEvent['type']> = new Set([
  'room-created',
  'room-locked',
  'room-unlocked',
  'end-scheduled',
  'end-cancelled',
  'room-ended',
  'role-changed',
  'lobby-set',
  'principal-barred',
  'principal-unbarred',
  'roles-defined',
  'speaker-limit-set',
]);

/** What must survive the machine: rights and their loss, and how a room ended. Presence need not (protocol paper). */
const isDurable = (event: RoomEvent): boolean => DURABLE.has(event.type) || isRemoval(event);

/** After these, what a session or token is good for has changed: the next task sees them committed, not planned. */
const endsCredentials = (event: RoomEvent): boolean =>
  event.type === 'room-ended' ||
  event.type === 'participant-taken-over' ||
  event.type === 'principal-barred' ||
  isRemoval(event);
