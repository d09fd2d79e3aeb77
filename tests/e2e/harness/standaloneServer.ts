import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';

import { ROOT } from '#build/setup/paths.mjs';

/** How often a server that starts is asked whether it is ready. */
const ASK_EVERY_MS = 50;

/** The product's standalone server, built, in a process of its own that tests may kill and start again. */
export class StandaloneServer {
  readonly #port: number;
  readonly #folder: string;
  readonly #limits: string | null;
  readonly #creationKey: string;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(port: number, folder: string, limits: string | null, creationKey: string) {
    this.#port = port;
    this.#folder = folder;
    this.#limits = limits;
    this.#creationKey = creationKey;
  }

  /** `limits` as in `--limit`; the product's own without. Without a creation key anybody makes rooms. */
  static async create(limits: string | null, creationKey = ''): Promise<StandaloneServer> {
    const folder = await mkdtemp(join(tmpdir(), 'parley-e2e-server-'));
    const server = new StandaloneServer(await freePort(), folder, limits, creationKey);
    await server.start();
    return server;
  }

  /** As in an invite link. */
  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** Settles when the server says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        join(ROOT, 'out/server/parley-server.mjs'),
        `--port=${this.#port}`,
        `--data=${this.#folder}`,
        `--creation=${this.#creationKey === '' ? 'open' : 'key'}`,
        ...(this.#limits === null ? [] : [`--limit=${this.#limits}`]),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PARLEY_CREATION_KEY: this.#creationKey } },
    );
    this.#child = child;
    const keep = (chunk: Buffer) => {
      this.#output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    while (!(await this.#answers())) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`the server ended while starting:\n${this.#output}`);
      }
      await pass(ASK_EVERY_MS);
    }
  }

  /** SIGKILL: no word to anybody, as when a machine is lost. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it as a service manager does, and says with which code it ended. */
  end(signal: 'SIGTERM' | 'SIGUSR2'): Promise<number | null> {
    return this.#end(signal);
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Stops it without ending it: connections are taken by the system, and nobody answers them. */
  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** How many TCP connections are open to it right now, as the system counts them. */
  async connections(): Promise<number> {
    const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
    const local = `0100007F:${this.#port.toString(16).toUpperCase().padStart(4, '0')}`;
    const established = rows
      .map((row) => row.trim().split(/\s+/))
      .filter(([, at, , state]) => at === local && state === '01');
    return established.length;
  }

  async dispose(): Promise<void> {
    await this.#end('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`http://${this.address}/v1/ready`)).ok;
    } catch {
      return false; // Not listening yet.
    }
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
    });
    child.kill(signal);
    return ended;
  }
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
