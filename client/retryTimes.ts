import type { ParleyError } from '#protocol/errors.ts';
import { backoffMs, LONGEST_WAIT_MS } from '#meeting/backoff.ts';

import type { ClientEnvironment } from './contract.ts';
import type { Scope } from './scope.ts';
import type { SessionStore } from './sessionStore.ts';

/** Tries to join until the person is asked again; reconnecting is never given up by itself. */
const JOIN_ATTEMPTS = 3;

/** Milliseconds after which a connection counts as good; one lost sooner does not start the backoff anew. */
const STABLE_MS = 10_000;

/** Milliseconds that a server may ask to be left alone for; what asks for more is not believed. */
const LONGEST_REST_MS = 3_600_000;

/** Milliseconds over which clients that were all told the same time to come back spread out. */
const SPREAD_MS = 1_000;

/** When to try again, and how often it was tried: for the session to show. */
export class RetryTimes {
  readonly #environment: ClientEnvironment;
  readonly #scope: Scope;
  readonly #store: SessionStore;
  #attempt = 1;
  #quickLosses = 0;
  #notBeforeMs: number | null = null;
  /** The connection of the last try is up. */
  #isUp = false;
  #cancelStable: () => void = () => {};
  #hurry: (() => void) | null = null;

  constructor(environment: ClientEnvironment, scope: Scope, store: SessionStore) {
    this.#environment = environment;
    this.#scope = scope;
    this.#store = store;
  }

  /** The number of the try that is under way or comes next. */
  get attempt(): number {
    return this.#attempt;
  }

  /** Whether joining should be put back to the person: often tried, or not to be tried again for long. */
  isExhausted(error: ParleyError): boolean {
    return this.#attempt >= JOIN_ATTEMPTS || (error.retryAfterMs ?? 0) > LONGEST_WAIT_MS;
  }

  /** Connected, and let in or told to wait, or first this and then that: whether for good shows when it has lasted. */
  succeeded(): void {
    if (this.#isUp) return;
    this.#isUp = true;
    this.#notBeforeMs = null;
    this.#quickLosses += 1;
    this.#cancelStable = this.#scope.schedule(this.#environment, STABLE_MS, () => {
      this.#quickLosses = 0;
    });
  }

  /** The server goes down on purpose and is not worth trying before that many milliseconds. */
  notBefore(ms: number): void {
    this.#notBeforeMs = Math.max(0, Math.ceil(ms));
    // A loss that was announced says nothing against the connection.
    this.#quickLosses = 0;
  }

  /** The connection was lost. */
  afterLoss(task: () => void): void {
    this.#cancelStable();
    this.#count(Math.max(1, this.#quickLosses));
    this.#wait(this.#notBeforeMs ?? undefined, this.#attempt, task);
  }

  /** A try failed. The one after a first join's own first try waits as a first try after a loss does. */
  again(retryAfterMs: number | undefined, task: () => void): void {
    const joining = this.#store.session.phase === 'joining';
    this.#count(this.#attempt + 1);
    this.#wait(retryAfterMs, joining ? this.#attempt - 1 : this.#attempt, task);
  }

  atOnce(task: () => void): void {
    this.#cancelStable();
    this.#count(this.#attempt + 1);
    task();
  }

  /** Tries now what waits for nothing but the backoff. */
  hurry(): void {
    this.#hurry?.();
  }

  #count(attempt: number): void {
    this.#isUp = false;
    // The session may be another stay's by now.
    if (this.#scope.closed) return;
    this.#attempt = attempt;
    this.#store.dispatch({ type: 'attempt', attempt });
  }

  #wait(toldMs: number | undefined, step: number, task: () => void): void {
    const random = this.#environment.random();
    const ms =
      toldMs === undefined
        ? backoffMs(step, random)
        : Math.min(toldMs, LONGEST_REST_MS) + Math.floor(random * SPREAD_MS);
    const run = (): void => {
      this.#hurry = null;
      task();
    };
    const cancel = this.#scope.schedule(this.#environment, ms, run);
    if (toldMs !== undefined) return;
    this.#hurry = () => {
      cancel();
      run();
    };
  }
}
