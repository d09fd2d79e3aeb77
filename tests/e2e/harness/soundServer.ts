import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { installSystemPackages, onPath } from '#build/setup/systemPackages.mjs';

const run = promisify(execFile);

/** A microphone or a speaker that is plugged in. */
export interface Plugged {
  unplug(): Promise<void>;
}

/** A sound server of our own with nothing plugged in, so that devices come and go as on a desk. */
export class SoundServer {
  /** For an app that is to have these devices and no others. */
  readonly env: Readonly<Record<string, string>>;
  readonly #stop: () => Promise<void>;

  private constructor(env: Readonly<Record<string, string>>, stop: () => Promise<void>) {
    this.env = env;
    this.#stop = stop;
  }

  static async open(): Promise<SoundServer> {
    if (!onPath('pulseaudio') || !onPath('pactl')) {
      await installSystemPackages({
        packages: ['pulseaudio', 'pulseaudio-utils'],
        why: 'Tests that plug and unplug microphones need a sound server.',
        progress: (line) => void process.stdout.write(`${line}\n`),
      });
    }
    const folder = await mkdtemp(join(tmpdir(), 'parley-sound-'));
    const socket = join(folder, 'native');
    const server = spawn(
      'pulseaudio',
      [
        '-n',
        '--daemonize=no',
        '--use-pid-file=no',
        '--exit-idle-time=-1',
        '--disable-shm',
        `--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
      ],
      { stdio: 'ignore', env: { ...process.env, HOME: folder, PULSE_RUNTIME_PATH: folder, PULSE_STATE_PATH: folder } },
    );
    const ended = once(server, 'exit');
    const sound = new SoundServer({ PULSE_SERVER: `unix:${socket}` }, async () => {
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    });
    await sound.#whenReady(() => server.exitCode !== null);
    return sound;
  }

  /** By the name that people read. */
  plugInMicrophone(name: string): Promise<Plugged> {
    return this.#load('module-null-source', `source_name=${idOf(name)}`, `description="${name}"`);
  }

  plugInSpeaker(name: string): Promise<Plugged> {
    return this.#load('module-null-sink', `sink_name=${idOf(name)}`, `sink_properties="device.description='${name}'"`);
  }

  close(): Promise<void> {
    return this.#stop();
  }

  async #load(...module: readonly string[]): Promise<Plugged> {
    const id = (await this.#control('load-module', ...module)).trim();
    return { unplug: async () => void (await this.#control('unload-module', id)) };
  }

  async #control(...args: readonly string[]): Promise<string> {
    const { stdout } = await run('pactl', args, { env: { ...process.env, ...this.env } });
    return stdout;
  }

  async #whenReady(isDead: () => boolean): Promise<void> {
    for (;;) {
      try {
        await this.#control('info');
        return;
      } catch (error) {
        if (isDead()) throw new Error('the sound server ended at once', { cause: error });
      }
    }
  }
}

const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '_');
