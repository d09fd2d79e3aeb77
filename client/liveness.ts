import type { Limits } from '#protocol/wire/frame.ts';

import type { ClientEnvironment } from './contract.ts';
import type { Scope } from './scope.ts';

export interface LivenessSink {
  /** Time to say something, so that the other side hears us and answers. */
  ping(): void;
  /** Nothing was heard for `suspectMs`: told once until something is heard again. */
  suspect(): void;
  /** Nothing was heard for `deadMs`. Told once; nothing follows. */
  dead(): void;
}

const TICK_MS = 1_000;

/**
 * Notices a connection over which nothing comes any more. Counts ticks instead of reading the clock, because clocks
 * jump and a forward jump must not declare a live connection dead.
 */
export class Liveness {
  readonly #environment: ClientEnvironment;
  readonly #scope: Scope;
  readonly #sink: LivenessSink;
  #limits: Pick<Limits, 'pingMs' | 'suspectMs' | 'deadMs'>;
  #silentMs = 0;
  #sincePingMs = 0;

  constructor(
    environment: ClientEnvironment,
    scope: Scope,
    limits: Pick<Limits, 'pingMs' | 'suspectMs' | 'deadMs'>,
    sink: LivenessSink,
  ) {
    this.#environment = environment;
    this.#scope = scope;
    this.#limits = limits;
    this.#sink = sink;
    this.#next();
  }

  /** The server's own figures, once it has told them. */
  set limits(limits: Pick<Limits, 'pingMs' | 'suspectMs' | 'deadMs'>) {
    this.#limits = limits;
  }

  /** Something came: any frame counts as life. */
  heard(): void {
    this.#silentMs = 0;
  }

  /** Pings now, and takes `ms` without an answer for death. */
  check(ms: number): void {
    this.#silentMs = Math.max(this.#silentMs, this.#limits.deadMs - ms);
    this.#ping();
  }

  #next(): void {
    this.#scope.schedule(this.#environment, TICK_MS, () => this.#tick());
  }

  #tick(): void {
    const { pingMs, suspectMs, deadMs } = this.#limits;
    const before = this.#silentMs;
    this.#silentMs += TICK_MS;
    this.#sincePingMs += TICK_MS;
    if (this.#silentMs >= deadMs) {
      this.#sink.dead();
      return;
    }
    const suspicious = before < suspectMs && this.#silentMs >= suspectMs;
    if (suspicious) this.#sink.suspect();
    if (suspicious || this.#sincePingMs >= pingMs) this.#ping();
    this.#next();
  }

  #ping(): void {
    this.#sincePingMs = 0;
    this.#sink.ping();
  }
}
