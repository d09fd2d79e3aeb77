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
  const { port, interfaces, log } = parts;
  let view: Hosting = { state: 'off' };
  let starting: Promise<Running | null> | null = null;
  let running: Running | null = null;
  const listeners = new Set<(view: Hosting) => void>();

  const show = (next: Hosting): void => {
    view = next;
    for (const listener of listeners) listener(next);
  };
  const loopback = ({ server }: Running): string => `${LOOPBACK}:${server.port}`;

  const begin = async (): Promise<Running | null> => {
    try {
      running = await startServer(parts);
      if (port.get() !== running.server.port) port.keep(running.server.port);
      show({ state: 'loopback', addresses: [loopback(running)] });
      log('hosting-started');
      return running;
    } catch (error) {
      log('hosting-failed', { error: kindOf(error) });
      show({ state: 'failed', detail: kindOf(error) });
      // The next need is a new try.
      starting = null;
      return null;
    }
  };
  const ensure = async (): Promise<Running | null> => await (starting ??= begin());

  const bind = async (host: string): Promise<Result<null>> => {
    const current = await ensure();
    if (current === null) return refused('unavailable', 'the server inside the app does not start');
    try {
      await current.server.rebind(host);
    } catch (error) {
      log('hosting-not-rebound', { error: kindOf(error) });
      return refused('unavailable', kindOf(error));
    }
    if (host === LOOPBACK) {
      show({ state: 'loopback', addresses: [loopback(current)] });
      log('hosting-unshared');
      return done;
    }
    const lan = lanAddresses(interfaces(), current.server.port);
    // A machine without a network has itself only.
    show({ state: 'shared', addresses: lan.length > 0 ? lan : [loopback(current)] });
    log('hosting-shared', { addresses: lan.length });
    return done;
  };

  return {
    get view() {
      return view;
    },
    onView(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async start(): Promise<Result<Host>> {
      const current = await ensure();
      if (current === null) return refused('unavailable', 'the server inside the app does not start');
      return { ok: true, value: { server: loopback(current), key: current.key } };
    },
    share: () => bind(ALL_INTERFACES),
    unshare: () => bind(LOOPBACK),
    own(server) {
      if (running === null) return null;
      const ownPort = running.server.port;
      const names = [LOOPBACK, 'localhost', '[::1]'].map((name) => `${name}:${ownPort}`);
      const isOwn = names.includes(server) || lanAddresses(interfaces(), ownPort).includes(server);
      return isOwn ? loopback(running) : null;
    },
    async close() {
      const current = await starting;
      if (current === null) return;
      running = null;
      await current.server.drain(RETRY_AFTER_MS);
      await current.server.close();
      show({ state: 'off' });
    },
  };
}

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
