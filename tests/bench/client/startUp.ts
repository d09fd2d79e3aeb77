import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { ROOT } from '#build/setup/paths.mjs';
import { removeProfile } from '#tests/fixtures/removeProfile.ts';

import { type Context, OURS, type Scenario } from '../contract.ts';
import { familyOf, hasProcfs, pssKb } from '../procfs.ts';
import { atMostAbove } from '../statistics.ts';
import { type Desktop, onDesktop } from './desktop.ts';
import { evaluateIn } from './inspect.ts';
import { interleave, pick } from './interleave.ts';

const BARE = 'bare Electron';

/** Until what is done at the start is done. */
const SETTLE_MS = 3_000;

interface Start {
  readonly ms: number;
  readonly megabytes: number;
}

/** From starting the program to a window that can be used, and what it holds when it rests. */
export const startUp: Scenario = {
  name: 'start',
  group: 'client',
  about: 'start to a usable window, and idle memory, against a bare Electron window',
  run: (context) =>
    onDesktop(context, async (desktop) => {
      const results = await interleave(context, {
        [BARE]: () => start(context, desktop, join(ROOT, 'tests/bench/client/bare')),
        [OURS]: () => start(context, desktop, ROOT),
      });
      const names = [BARE, OURS];
      const shown = {
        work: 'start to the window with its buttons painted',
        unit: 'ms' as const,
        rounds: pick(results, names, ({ ms }) => [ms]),
        goals: [atMostAbove(BARE, 150, 'ms')],
      };
      if (!hasProcfs) return [shown];
      const memory = {
        work: `memory of all its processes (PSS) ${SETTLE_MS / 1000} s after the start`,
        unit: 'MB' as const,
        rounds: pick(results, names, ({ megabytes }) => [megabytes]),
        goals: [atMostAbove(BARE, 40, 'MB')],
      };
      return [shown, memory];
    }),
};

async function start({ folder }: Context, { executable, args, env }: Desktop, app: string): Promise<Start> {
  const profile = mkdtempSync(join(folder, 'profile-'));
  // Somebody who has said their name before: home comes first.
  writeFileSync(join(profile, 'settings.json'), JSON.stringify({ displayName: 'Ana' }));
  const switches = [...args, '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const began = Date.now();
  const child = spawn(executable, [...switches, app], { env, cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const paintedAt = await evaluateIn(await debuggerOf(child), LAST_PAINT);
    await new Promise((resolve) => {
      setTimeout(resolve, SETTLE_MS);
    });
    const kilobytes = hasProcfs ? familyOf(child.pid ?? 0).reduce((sum, pid) => sum + pssKb(pid), 0) : NaN;
    return { ms: paintedAt - began, megabytes: kilobytes / 1024 };
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    await removeProfile(profile);
  }
}

function debuggerOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stderr) throw new Error('nothing is heard of it');
    const lines = createInterface({ input: stderr });
    lines.on('line', (line) => {
      const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
    lines.once('close', () => reject(new Error('it ended before its window was there')));
  });
}

/**
 * In the page: when, in ms since the epoch, the last large thing was painted, by the page's own account; null before
 * its button is there. Nothing is attached to the page while it starts.
 */
const LAST_PAINT = `[...document.querySelectorAll('button')].some(({ textContent }) => textContent.includes('New meeting'))
  ? new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        observer.disconnect();
        resolve(performance.timeOrigin + list.getEntries().at(-1).startTime);
      });
      observer.observe({ type: 'largest-contentful-paint', buffered: true });
    })
  : null`;
