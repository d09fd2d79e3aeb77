import type { Order } from '#meeting/room/order.ts';
import type { ParleyError } from '#protocol/errors.ts';
import type { Millis } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import type { Clock } from '../clock.ts';
import type { Step } from './steps.ts';
import type { Task, Verdict } from './task.ts';

/** A task with its due time, settled exactly once. */
export class Pending implements Task {
  readonly #task: Task;
  readonly due: Millis;
  settled = false;
  /** It ran out of time: whatever it comes to now, nobody waits for it. */
  late = false;

  constructor(task: Task, due: Millis) {
    this.#task = task;
    this.due = due;
  }

  get once(): Task['once'] {
    return this.#task.once;
  }

  prepare(room: Room | null, at: Millis): Order | ParleyError {
    return this.#task.prepare(room, at);
  }

  settle(verdict: Verdict): void {
    if (this.settled) return;
    this.settled = true;
    this.#task.settle(verdict);
  }

  async admit(steps: readonly Step[]): Promise<void> {
    await this.#task.admit?.(steps, !this.late);
  }

  expire(): void {
    if (this.settled) return;
    this.late = true;
    this.settle({ kind: 'refused', error: { code: 'unavailable' }, room: null });
  }
}

/** Tasks in order. One that is not settled in time is refused with `unavailable`, also while it is being committed. */
export class TaskQueue {
  readonly #clock: Clock;
  readonly #patienceMs: number;
  #waiting: Pending[] = [];
  #flying: readonly Pending[] = [];
  #cancelTimer: (() => void) | null = null;

  constructor(clock: Clock, patienceMs: number) {
    this.#clock = clock;
    this.#patienceMs = patienceMs;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(task: Task): void {
    this.#waiting.push(new Pending(task, this.#clock.now() + this.#patienceMs));
    this.#arm();
  }

  /** The next tasks, in flight from now until the next call. */
  take(most: number): readonly Pending[] {
    this.#flying = this.#waiting.splice(0, most);
    return this.#flying;
  }

  putBack(tasks: readonly Pending[]): void {
    this.#waiting.unshift(...tasks.filter(({ settled }) => !settled));
    this.#flying = this.#flying.filter((task) => !tasks.includes(task));
    this.#arm();
  }

  close(): void {
    this.#cancelTimer?.();
    for (const task of [...this.#flying, ...this.#waiting]) task.expire();
    this.#waiting = [];
  }

  /** Everybody gets the same time, so whoever is first in line is due first. */
  #arm(): void {
    if (this.#cancelTimer !== null) return;
    const [first] = this.#pending();
    if (!first) return;
    this.#cancelTimer = this.#clock.schedule(first.due - this.#clock.now(), () => {
      this.#cancelTimer = null;
      const now = this.#clock.now();
      for (const task of this.#pending()) if (task.due <= now) task.expire();
      this.#waiting = this.#waiting.filter(({ settled }) => !settled);
      this.#arm();
    });
  }

  #pending(): readonly Pending[] {
    return [...this.#flying, ...this.#waiting].filter(({ settled }) => !settled);
  }
}
