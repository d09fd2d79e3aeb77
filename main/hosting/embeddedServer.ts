import type { Result } from '#protocol/errors.ts';
import type { Hosting } from '#protocol/ipc/snapshot.ts';
import type { createServer, ParleyServer } from '#server/createServer.ts';
import type { ServerOptions } from '#server/options.ts';

import type { Log } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { Host, HostingServer } from './hosting.ts';
import { type InterfaceAddress, lanAddresses } from './lanAddresses.ts';

const LOOPBACK = '127.0.0.1';
const ALL_INTERFACES = '0.0.0.0';
/** What those who are still on it are told: milliseconds until it may be back, as after an update. */
const RETRY_AFTER_MS = 5_000;

interface Parts {
  /** Loaded at the first need: most starts of the app host nothing. */
  readonly load: () => Promise<typeof createServer>;
  /** The folder of its rooms. */
  readonly folder: string;
  /** 32 bytes that sign join tokens; the same at each start where the system can keep them. */
  readonly tokenKey: () => Uint8Array;
  /** A new random key, known to this process alone, for making rooms. */
  readonly newCreationKey: () => string;
  readonly port: { readonly get: () => number | null; readonly keep: (port: number) => void };
  readonly interfaces: () => Readonly<Record<string, readonly InterfaceAddress[] | undefined>>;
  readonly log: Log;
}

interface Running {
  readonly server: ParleyServer;
  readonly key: string;
}

/** The same server as the standalone one, on loopback, started at first need and drained on quit. */
export function createEmbeddedServer(parts: Parts): HostingServer {
  return new EmbeddedServer(parts);
}

class EmbeddedServer implements HostingServer {
  readonly #parts: Parts;
  readonly #listeners = new Set<(view: Hosting) => void>();
  #view: Hosting = { state: 'off' };
  #starting: Promise<Running | null> | null = null;
  #running: Running | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get view(): Hosting {
    return this.#view;
  }

  get people(): number {
    return this.#running?.server.connections() ?? 0;
  }

  onView(listener: (view: Hosting) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async start(): Promise<Result<Host>> {
    const running = await this.#ensure();
    return running === null ? WONT_START : { ok: true, value: { server: loopback(running), key: running.key } };
  }

  async share(): Promise<Result<null>> {
    const bound = await this.#bind(ALL_INTERFACES);
    if (!bound.ok) return bound;
    const lan = lanAddresses(this.#parts.interfaces(), bound.value.server.port);
    // A machine without a network has itself only.
    this.#show({ state: 'shared', addresses: lan.length > 0 ? lan : [loopback(bound.value)] });
    this.#parts.log('hosting-shared', { addresses: lan.length });
    return done;
  }

  async unshare(): Promise<Result<null>> {
    const bound = await this.#bind(LOOPBACK);
    if (!bound.ok) return bound;
    this.#show({ state: 'loopback', addresses: [loopback(bound.value)] });
    this.#parts.log('hosting-unshared');
    return done;
  }

  own(server: string): string | null {
    if (this.#running === null) return null;
    const { port } = this.#running.server;
    const names = [LOOPBACK, 'localhost', '[::1]'].map((name) => `${name}:${port}`);
    const isOwn = names.includes(server) || lanAddresses(this.#parts.interfaces(), port).includes(server);
    return isOwn ? loopback(this.#running) : null;
  }

  async close(): Promise<void> {
    const running = await this.#starting;
    if (running === null) return;
    this.#running = null;
    await running.server.drain({ retryAfterMs: RETRY_AFTER_MS });
    await running.server.close();
    this.#show({ state: 'off' });
  }

  #ensure(): Promise<Running | null> {
    this.#starting ??= this.#begin();
    return this.#starting;
  }

  async #begin(): Promise<Running | null> {
    const { port, log } = this.#parts;
    try {
      const running = await startServer(this.#parts);
      this.#running = running;
      if (port.get() !== running.server.port) port.keep(running.server.port);
      this.#show({ state: 'loopback', addresses: [loopback(running)] });
      log('hosting-started');
      return running;
    } catch (error) {
      log('hosting-failed', { error: kindOf(error) });
      this.#show({ state: 'failed', detail: kindOf(error) });
      // The next need is a new try.
      this.#starting = null;
      return null;
    }
  }

  async #bind(host: string): Promise<Result<Running>> {
    const running = await this.#ensure();
    if (running === null) return WONT_START;
    try {
      await running.server.rebind(host);
      return { ok: true, value: running };
    } catch (error) {
      this.#parts.log('hosting-not-rebound', { error: kindOf(error) });
      return refused('unavailable', kindOf(error));
    }
  }

  #show(view: Hosting): void {
    this.#view = view;
    for (const listener of this.#listeners) listener(view);
  }
}

const WONT_START = refused('unavailable', 'the server inside the app does not start');

const loopback = ({ server }: Running): string => `${LOOPBACK}:${server.port}`;

/** On the port of last time, so that links and recent meetings go on working; on any where another program has it. */
async function startServer(parts: Parts): Promise<Running> {
  const create = await parts.load();
  const key = parts.newCreationKey();
  const options = (port: number): ServerOptions => ({
    storage: { kind: 'sqlite', folder: parts.folder },
    host: LOOPBACK,
    port,
    tokenKey: parts.tokenKey(),
    creationKey: key,
    allowedHosts: [],
    allowedOrigins: [],
    iceServers: [],
    log: serverLog(parts.log),
  });
  const kept = parts.port.get();
  if (kept !== null) {
    try {
      return { server: await create(options(kept)), key };
    } catch (error) {
      parts.log('hosting-port-taken', { error: kindOf(error) });
    }
  }
  return { server: await create(options(0)), key };
}

function serverLog(log: Log): ServerOptions['log'] {
  const write =
    (level: string): ServerOptions['log']['info'] =>
    (fields, message) =>
      log('server', {
        level,
        message,
        ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? 'null'])),
      });
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return (error as NodeJS.ErrnoException).code ?? error.name;
}
