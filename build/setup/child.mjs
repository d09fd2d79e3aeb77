import { spawn } from 'node:child_process';

/** Children still running, so that an interrupted run takes them along. */
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let watching = false;

/** @param {import('node:child_process').ChildProcess} child */
function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function killAllOnExit() {
  if (watching) return;
  watching = true;
  process.on('exit', () => running.forEach(killGroup));
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.once(signal, () => process.exit(code));
  }
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine] Told each line of output and errors.
 * @property {boolean} [inherit] The output goes straight to ours.
 * @property {number} [silenceMs] Killed after so long without a line and without `alive` changing.
 * @property {() => number} [alive] Any figure that grows while there is progress, such as bytes on disk.
 *
 * @typedef {object} Ended
 * @property {number | null} code Null if it was killed or could not be started.
 * @property {boolean} missing There is no such program.
 * @property {boolean} silent Killed for its silence.
 * @property {string} output Its output and errors as they came; empty if inherited.
 */

/**
 * Runs a program to its end, without input. Never rejects.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function runToEnd(command, args, options = {}) {
  const { cwd, env, onLine, inherit = false, silenceMs, alive } = options;
  killAllOnExit();
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that its children end with it.
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let output = '';
    let rest = '';
    let silent = false;
    let lastSign = performance.now();
    let lastAlive = alive?.() ?? 0;

    const watch = setInterval(() => {
      const now = alive?.() ?? 0;
      if (now !== lastAlive) lastSign = performance.now();
      lastAlive = now;
      if (silenceMs === undefined || performance.now() - lastSign < silenceMs) return;
      silent = true;
      killGroup(child);
    }, 250);

    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      lastSign = performance.now();
      const text = chunk.toString();
      output += text;
      const lines = (rest + text).split(/[\r\n]+/);
      rest = lines.pop() ?? '';
      if (onLine) lines.filter(Boolean).forEach((line) => onLine(line));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);

    /** @param {number | null} code @param {boolean} missing */
    const end = (code, missing) => {
      clearInterval(watch);
      running.delete(child);
      if (rest && onLine) onLine(rest);
      rest = '';
      settle({ code, missing, silent, output });
    };
    child.once('error', (error) => end(null, 'code' in error && error.code === 'ENOENT'));
    child.once('close', (code) => end(code, false));
  });
}
