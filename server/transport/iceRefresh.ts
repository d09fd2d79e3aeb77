import { iceServersFor } from '../credentials/iceServers.ts';
import type { Settings } from '../options.ts';
import { iceServersFrame } from '../rooms/frames.ts';
import type { Connection } from './connection.ts';

/** Milliseconds between looks at all connections, at most. */
const TICK_MS = 10_000;

/**
 * Sends new credentials for the TURN servers to everybody whose last ones are half used up, so that whoever has to build
 * a link, or to find another way for one, always has some that are good. One timer for all.
 */
export class IceRefresh {
  readonly #settings: Settings;
  readonly #connections: ReadonlySet<Connection>;
  readonly #dueMs: number;
  readonly #tickMs: number;
  #cancel: (() => void) | null = null;

  constructor(settings: Settings, connections: ReadonlySet<Connection>) {
    this.#settings = settings;
    this.#connections = connections;
    this.#dueMs = settings.guards.turnMs / 2;
    this.#tickMs = Math.min(TICK_MS, settings.guards.turnMs / 10);
    if (settings.turnSecret !== null) this.#arm();
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
    const now = this.#settings.clock.now();
    for (const connection of this.#connections) {
      if (connection.stage.name !== 'in' || now - connection.lastIce < this.#dueMs) continue;
      connection.lastIce = now;
      const { participant } = connection.stage.session.record;
      connection.send(iceServersFrame(iceServersFor(this.#settings, participant)));
    }
  }
}
