import type { Millis, RoomId } from '#protocol/ids.ts';

import type { Clock } from '../clock.ts';
import { kindOf, type Log } from '../logging.ts';
import type { DeliveryOutcome } from '../metrics/metrics.ts';
import type { Observer } from '../observer.ts';
import type { Step } from '../rooms/steps.ts';
import { within } from '../within.ts';
import { type Delivery, deliveryOf, headersOf } from './delivery.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Signs every delivery; shared with the receiver. */
  readonly secret: Uint8Array;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of every attempt. */
  readonly count?: (outcome: DeliveryOutcome) => void;
  /** Milliseconds until the second attempt; each later one waits twice as long, up to `mostMs`. */
  readonly firstMs?: number;
  readonly mostMs?: number;
  /** Milliseconds after which a delivery is given up. */
  readonly patienceMs?: number;
  /** Milliseconds that the receiver may take to answer. */
  readonly answerMs?: number;
  /** Deliveries that may wait; more are dropped. */
  readonly most?: number;
}

/** Rooms that are told of at the same time. */
const AT_ONCE = 16;

const DEFAULTS = { firstMs: 1_000, mostMs: 300_000, patienceMs: 3_600_000, answerMs: 10_000, most: 10_000 };

interface Waiting extends Delivery {
  readonly since: Millis;
}

/**
 * Posts what happens in rooms to one address: in order for each room, again until it is taken, and never in anybody's
 * way. What waits is kept in memory alone.
 */
export class Webhooks implements Observer {
  readonly #options: WebhookOptions & typeof DEFAULTS;
  readonly #queues = new Map<RoomId, Waiting[]>();
  /** Ends what is under way or waits for its next attempt. */
  readonly #stops = new Set<() => void>();
  readonly #turns: (() => void)[] = [];
  #size = 0;
  #free = AT_ONCE;
  #closed = false;
  #onEmpty: (() => void) | null = null;

  constructor(options: WebhookOptions) {
    this.#options = { ...DEFAULTS, ...options };
  }

  /** Deliveries that wait, those that are under way among them. */
  get waiting(): number {
    return this.#size;
  }

  happened(room: RoomId, steps: readonly Step[]): void {
    for (const step of steps) {
      const delivery = deliveryOf(room, step);
      if (delivery) this.#add({ ...delivery, since: this.#options.clock.now() });
    }
  }

  /** Gives what waits up to `ms` to be taken, and stops. */
  async close(ms: number): Promise<void> {
    if (this.#size > 0) {
      const empty = new Promise<void>((resolve) => {
        this.#onEmpty = resolve;
      });
      await within(this.#options.clock, ms, empty).catch(() => {});
    }
    this.#closed = true;
    for (const stop of this.#stops) stop();
    if (this.#size > 0) this.#options.log.warn({ deliveries: this.#size }, 'webhooks not delivered');
  }

  #add(delivery: Waiting): void {
    const { most, log, count } = this.#options;
    if (this.#size >= most || this.#closed) {
      count?.('dropped');
      log.warn({ room: delivery.room, delivery: delivery.id }, 'webhook dropped');
      return;
    }
    this.#size += 1;
    const queue = this.#queues.get(delivery.room);
    if (queue) {
      queue.push(delivery);
      return;
    }
    this.#queues.set(delivery.room, [delivery]);
    void this.#work(delivery.room);
  }

  /** One room's deliveries, one after the other, until none is left. */
  async #work(room: RoomId): Promise<void> {
    const queue = this.#queues.get(room) ?? [];
    for (let next = queue[0]; next && !this.#closed; next = queue[0]) {
      await this.#deliver(next);
      if (this.#closed) return;
      queue.shift();
      this.#size -= 1;
    }
    this.#queues.delete(room);
    if (this.#size === 0) this.#onEmpty?.();
  }

  async #deliver(delivery: Waiting): Promise<void> {
    const { clock, firstMs, mostMs, patienceMs, log, count } = this.#options;
    for (let pause = firstMs; !this.#closed; pause = Math.min(2 * pause, mostMs)) {
      const problem = await this.#attempt(delivery);
      count?.(problem === null ? 'delivered' : 'failed');
      if (problem === null) return;
      log.warn({ room: delivery.room, delivery: delivery.id, problem }, 'webhook not taken');
      if (clock.now() + pause - delivery.since > patienceMs) {
        count?.('given-up');
        log.error({ room: delivery.room, delivery: delivery.id }, 'webhook given up');
        return;
      }
      await this.#pause(pause);
    }
  }

  /** Null where it was taken, else why not. */
  async #attempt(delivery: Delivery): Promise<string | null> {
    await this.#turn();
    const { url, secret, clock, answerMs } = this.#options;
    const controller = new AbortController();
    const stop = () => {
      controller.abort();
    };
    const cancel = clock.schedule(answerMs, stop);
    this.#stops.add(stop);
    const headers = headersOf(delivery, secret, clock.now());
    const { signal } = controller;
    try {
      const answer = await fetch(url, { method: 'POST', headers, body: delivery.body, redirect: 'manual', signal });
      await answer.body?.cancel();
      return answer.ok ? null : `status ${answer.status}`;
    } catch (error) {
      return kindOf(error);
    } finally {
      cancel();
      this.#stops.delete(stop);
      this.#yield();
    }
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve) => {
      this.#turns.push(resolve);
    });
  }

  /** Whoever waits longest has the turn that is free now. */
  #yield(): void {
    const next = this.#turns.shift();
    if (next) next();
    else this.#free += 1;
  }

  /** Half of the time, and up to as much again, so that rooms do not all come back at once. */
  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const stop = () => {
        cancel();
        this.#stops.delete(stop);
        resolve();
      };
      const cancel = this.#options.clock.schedule(ms / 2 + (Math.random() * ms) / 2, stop);
      this.#stops.add(stop);
    });
  }
}
