import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Context } from '../contract.ts';
import { pssKb } from '../procfs.ts';
import { Remote } from '../remote.ts';
import type { LifeAnswer, LifeRequest } from './generator/works/life.ts';
import type { RelayAnswer, RelayRequest } from './generator/works/relay.ts';
import type { RoundTripRequest } from './generator/works/roundTrip.ts';

export type Kind = 'plain ws' | 'batched ws' | 'socket.io' | 'PeerJS' | 'Parley before' | 'Parley';

/** Those that know rooms. */
export const WITH_ROOMS: readonly Kind[] = ['plain ws', 'batched ws', 'socket.io', 'Parley'];
export const ALL: readonly Kind[] = ['plain ws', 'batched ws', 'socket.io', 'PeerJS', 'Parley'];
export const IN_ORDER: readonly Kind[] = [...ALL.slice(0, -1), 'Parley before', 'Parley'];

const START_MS = 20_000;
const LOOK_MS = 20;

/**
 * As it is run by people, on disk and with everything on. Only what would turn a busy machine's slowness into refusals
 * is raised, and the limits that keep one address from doing what a load generator does.
 */
const PARLEY_LIMITS = [
  'signalsPerSecond=1000000',
  'signalBurst=1000000',
  'roomsPerHour=100000',
  'storageMs=30000',
  'helloMs=60000',
].join(',');

/** A server and those who use it: two processes, for as long as it is needed. */
export class Contestant {
  readonly kind: Kind;
  readonly #server: Remote;
  readonly #generator: Remote;

  private constructor(kind: Kind, server: Remote, generator: Remote) {
    this.kind = kind;
    this.#server = server;
    this.#generator = generator;
  }

  static async start(kind: Kind, { folder, programs, before }: Context): Promise<Contestant> {
    const own = mkdtempSync(join(folder, `${kind.replaceAll(/\W/g, '-')}-`));
    const output = join(own, 'server.log');
    const ours = kind === 'Parley' ? join(programs, '../server/parley-server.mjs') : before;
    const isOurs = kind === 'Parley' || kind === 'Parley before';
    const script = isOurs && ours !== null ? ours : join(programs, 'peerServer.mjs');
    const args = isOurs
      ? ['--port', '0', '--data', join(own, 'rooms'), '--creation', 'open', '--limit', PARLEY_LIMITS]
      : [kind];
    const execArgv = ['--expose-gc', '--import', join(programs, 'collect.mjs')];
    const server = new Remote({ script, args, execArgv, output });
    const address = `127.0.0.1:${await portOf(server, output)}`;
    const generator = new Remote({ script: join(programs, 'generator.mjs'), args: [kind, address] });
    return new Contestant(kind, server, generator);
  }

  get serverPid(): number {
    return this.#server.pid;
  }

  life(request: LifeRequest): Promise<LifeAnswer> {
    return this.#generator.ask('life', request) as Promise<LifeAnswer>;
  }

  relay(request: RelayRequest): Promise<RelayAnswer> {
    return this.#generator.ask('relay', request) as Promise<RelayAnswer>;
  }

  roundTrip(request: RoundTripRequest): Promise<readonly number[]> {
    return this.#generator.ask('roundTrip', request) as Promise<readonly number[]>;
  }

  async fill(rooms: number, people: number): Promise<void> {
    await this.#generator.ask('fill', { rooms, people });
  }

  async empty(): Promise<void> {
    await this.#generator.ask('empty');
  }

  /** Kilobytes that the server holds once its garbage is gone. */
  async memoryKb(): Promise<number> {
    await this.#server.ask('collect');
    return pssKb(this.serverPid);
  }

  async stop(): Promise<void> {
    await this.#generator.stop();
    await this.#server.stop();
  }
}

/** The server says it on a line of its own; it goes to a file, so that reading it costs nobody anything later. */
async function portOf(server: Remote, output: string): Promise<number> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    const text = readFileSync(output, 'utf8');
    const line = text.split('\n').find((each) => each.includes('"listening"'));
    if (line !== undefined) return (JSON.parse(line) as { readonly port: number }).port;
    if (server.child.exitCode !== null || performance.now() > deadline) throw new Error(`no server: ${text}`);
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
}
