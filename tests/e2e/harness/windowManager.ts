import { execFile, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Between two looks at whether it is there. */
const LOOK_MS = 50;
const START_MS = 10_000;

/** A window manager on the display of the tests: without one nothing is minimised, moved or kept on top. */
export class WindowManager {
  readonly #stop: () => Promise<void>;

  private constructor(stop: () => Promise<void>) {
    this.#stop = stop;
  }

  /** Settles when it manages windows. */
  static async open(): Promise<WindowManager> {
    const child = spawn('openbox', ['--sm-disable'], { stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    const failed = new Promise<never>((_resolve, reject) => {
      child.once('error', reject);
    });
    const stop = async (): Promise<void> => {
      child.kill('SIGTERM');
      await ended;
    };
    await Promise.race([managed(), failed]);
    return new WindowManager(stop);
  }

  close(): Promise<void> {
    return this.#stop();
  }
}

/** A window manager says on the root window how many desktops it has. */
async function managed(): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until; await wait(LOOK_MS)) {
    const { stdout } = await run('xdotool', ['get_num_desktops']).catch(() => ({ stdout: '' }));
    if (/^[1-9]/.test(stdout)) return;
  }
  throw new Error('no window manager is there');
}

/** Presses keys on the display, whichever window has the focus, as `xdotool key` spells them. */
export async function pressKeys(keys: string): Promise<void> {
  await run('xdotool', ['key', '--clearmodifiers', keys]);
}

export const holdKey = (key: string): Promise<unknown> => run('xdotool', ['keydown', key]);
export const letGoOfKey = (key: string): Promise<unknown> => run('xdotool', ['keyup', key]);
