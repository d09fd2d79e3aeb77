import type { Millis } from '#protocol/ids.ts';

import type { Storage } from './contract.ts';
import { JoinTokens } from './credentials/joinTokens.ts';
import { type ServerOptions, settle, type Settings } from './options.ts';
import { Registry } from './rooms/registry.ts';
import { openStorage } from './rooms/storage.ts';
import type { CertificatePair } from './transport/certificate.ts';
import type { Drain } from './transport/drain.ts';
import { WindowLimit } from './transport/limits.ts';
import { Listener } from './transport/listener.ts';
import type { Services } from './transport/services.ts';
import { Sockets } from './transport/sockets.ts';

export type { ServerOptions } from './options.ts';
export type { Log } from './logging.ts';

const HOUR_MS = 3_600_000;

/** A running signaling server. */
export interface ParleyServer {
  /** The audience of its join tokens; kept with the storage. */
  readonly id: string;
  readonly host: string;
  readonly port: number;
  /** Meetings under way. */
  rooms(): number;
  /** People connected. */
  connections(): number;
  /** The same port on other interfaces (`127.0.0.1`, `0.0.0.0`, `::`); connections stay. Rejects, and stays as it was, where it can't. */
  rebind(host: string): Promise<void>;
  /** Serves TLS with another pair from now on; connections stay. Only where it was started with one. */
  renewCertificate(pair: CertificatePair): void;
  /** From now on it is not ready and lets nobody in: they are told to try again after `retryAfterMs`. Who is in stays. */
  standDown(retryAfterMs: Millis): void;
  /** Closes every meeting for good (1006, `shutdown`), and lets nobody in. Rejects where storage does not take it. */
  closeRooms(): Promise<void>;
  /** Tells everybody to come back, and closes their connections; sessions can be resumed elsewhere or later. */
  drain(drain: Drain): Promise<void>;
  /** Ends the server; rooms and sessions stay in its storage. Harmless when repeated. */
  close(): Promise<void>;
}

/**
 * Opens the storage, takes over the meetings that were under way in it, and listens. Rejects where the storage or the
 * port can't be had, or an option can't be meant.
 */
export async function createServer(options: ServerOptions): Promise<ParleyServer> {
  const settings = settle(options);
  const storage = 'kind' in options.storage ? await openStorage(options.storage) : options.storage;
  const running = new RunningServer(settings, storage);
  try {
    await running.start(options.host, options.port);
  } catch (error) {
    await running.close();
    throw error;
  }
  return running;
}

class RunningServer implements ParleyServer {
  readonly #settings: Settings;
  readonly #storage: Storage;
  readonly #registry: Registry;
  readonly #sockets: Sockets;
  readonly #listener: Listener;
  #retryAfterMs: Millis | null = null;
  #closing: Promise<void> | null = null;

  constructor(settings: Settings, storage: Storage) {
    this.#settings = settings;
    this.#storage = storage;
    this.#registry = new Registry(storage, settings);
    const { guards } = settings;
    const services: Services = {
      settings,
      storage,
      registry: this.#registry,
      tokens: new JoinTokens(settings.tokenKey, storage.id, guards.tokenMs),
      failures: new WindowLimit(guards.failures, guards.failuresMs),
      creations: new WindowLimit(guards.roomsPerHour, HOUR_MS),
      draining: () => this.#retryAfterMs,
    };
    this.#sockets = new Sockets(services);
    this.#listener = new Listener(services, this.#sockets);
  }

  get id(): string {
    return this.#storage.id;
  }

  get host(): string {
    return this.#listener.host;
  }

  get port(): number {
    return this.#listener.port;
  }

  rooms(): number {
    return this.#registry.openRooms;
  }

  connections(): number {
    return this.#registry.connections;
  }

  async start(host: string, port: number): Promise<void> {
    await this.#registry.recover();
    await this.#listener.listen(host, port);
    this.#settings.log.info({ port: this.port }, 'listening');
  }

  async rebind(host: string): Promise<void> {
    await this.#listener.rebind(host);
    this.#settings.log.info({ port: this.port }, 'listening on other interfaces');
  }

  renewCertificate(pair: CertificatePair): void {
    this.#listener.renew(pair);
  }

  standDown(retryAfterMs: Millis): void {
    this.#retryAfterMs = retryAfterMs;
    this.#settings.log.info({ retryAfterMs }, 'lets nobody in any more');
  }

  async closeRooms(): Promise<void> {
    this.#retryAfterMs ??= 0;
    this.#settings.log.info({ rooms: this.rooms() }, 'closing all meetings');
    await this.#registry.closeRooms();
  }

  async drain(drain: Drain): Promise<void> {
    const { retryAfterMs } = drain;
    this.#retryAfterMs = retryAfterMs;
    this.#settings.log.info({ connections: this.#sockets.size, retryAfterMs }, 'draining');
    await this.#sockets.drain(drain);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#retryAfterMs ??= 0;
    const listener = this.#listener.close();
    this.#sockets.close();
    await listener;
    await this.#registry.close();
    await this.#storage.close();
    this.#settings.log.info({}, 'closed');
  }
}
