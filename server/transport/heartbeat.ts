import type { Settings } from '../options.ts';
import type { Connection } from './connection.ts';

/** Milliseconds between looks at all connections, at most. */
const TICK_MS = 1_000;

/**
 * Pings every connection, suspects those from which nothing comes and cuts them when it lasts. One timer for all. After
 * a standstill of this process everybody is given the time back: they could not be heard.
 */
export class Heartbeat {
  readonly #settings: Settings;
  readonly #connections: ReadonlySet<Connection>;
  readonly #tickMs: number;
  #cancel: (() => void) | null = null;
  #lastTick: number;
  #count = 0;

  constructor(settings: Settings, connections: ReadonlySet<Connection>) {
    this.#settings = settings;
    this.#connections = connections;
    const { pingMs, suspectMs, deadMs } = settings.limits;
    this.#tickMs = Math.max(5, Math.min(TICK_MS, pingMs / 2, suspectMs / 4, deadMs / 4));
    this.#lastTick = settings.clock.now();
    this.#arm();
  }

  stop(): void {
    this.#cancel?.();
  }

  #arm(): void {
    this.#cancel = this.#settings.clock.schedule(this.#tickMs, () => {
      this.#tick();
      this.#arm();
    });
  }

  #tick(): void {
    const { clock, limits } = this.#settings;
    const now = clock.now();
    const stoodStill = now - this.#lastTick - this.#tickMs;
    this.#lastTick = now;
    this.#count += 1;
    const ping = `{"type":"ping","n":${this.#count}}`;
    for (const connection of this.#connections) {
      if (stoodStill > limits.suspectMs / 2) connection.lastSeen += stoodStill;
      const silentMs = now - connection.lastSeen;
      if (silentMs >= limits.deadMs) connection.close('silent');
      else if (silentMs >= limits.suspectMs) connection.suspect();
      if (now - connection.lastPing >= limits.pingMs && isServed(connection)) {
        connection.lastPing = now;
        connection.send(ping);
      }
    }
  }
}

/** In the room, or waiting to be let in. */
const isServed = ({ stage }: Connection): boolean => stage.name === 'in' || stage.name === 'waiting';
