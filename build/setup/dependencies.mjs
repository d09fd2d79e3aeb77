import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './child.mjs';
import { SetupProblem } from './progress.mjs';

/** npm prints a line for each package it fetches; this long without one means that the network hangs. */
const SILENCE_MS = 120_000;

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/** @param {string} file @returns {Lockfile | null} */
function readLockfile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Why node_modules must be installed; null if it holds exactly what package-lock.json asks for. npm writes
 * node_modules/.package-lock.json as the last step of an installation, so an interrupted one has none.
 * @param {string} root
 * @returns {string | null}
 */
export function whyInstall(root) {
  const locked = readLockfile(join(root, 'package-lock.json'))?.packages;
  if (!locked) throw new SetupProblem('package-lock.json is missing or damaged: check the project out again.');
  if (!existsSync(join(root, 'node_modules'))) return 'there is no node_modules yet';
  const installed = readLockfile(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return 'an installation was not finished';

  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '' || wanted.link) continue;
    const found = installed[path];
    // Optional packages are those for other systems, mostly.
    if (!found && wanted.optional) continue;
    const name = path.replace(/^.*node_modules\//, '');
    if (!found) return `${name} is not installed`;
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) {
      return `${name} is installed in another version`;
    }
  }
  const extra = Object.keys(installed).find((path) => !(path in locked));
  return extra ? `${extra.replace(/^.*node_modules\//, '')} is installed and no longer wanted` : null;
}

/** @returns {[command: string, ...args: string[]]} */
function npm() {
  // Set by npm itself, so that the same npm runs again.
  const script = process.env['npm_execpath'];
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, script];
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
}

/**
 * Installs what package-lock.json asks for, unless it is there. Instant the second time.
 * @param {{ root: string, progress: import('./progress.mjs').Progress, silenceMs?: number }} options
 */
export async function installDependencies({ root, progress, silenceMs = SILENCE_MS }) {
  const why = whyInstall(root);
  if (why === null) return;
  progress(`Installing packages, because ${why}.`);

  let fetched = 0;
  let told = performance.now();
  const [command, ...first] = npm();
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=http', '--fetch-timeout=60000', '--fetch-retries=2'];
  const { code, missing, silent, output } = await runToEnd(command, [...first, ...args], {
    cwd: root,
    silenceMs,
    onLine: (line) => {
      if (!/^npm http (fetch|cache)/.test(line)) return;
      fetched += 1;
      if (performance.now() - told < 2_000) return;
      told = performance.now();
      progress(`  ${fetched} packages`);
    },
  });
  if (missing) throw new SetupProblem('npm was not found. Install Node.js 20.19 or newer with npm.');
  if (silent) {
    throw new SetupProblem(
      `npm ci made no progress for ${silenceMs / 1000} s and was stopped. Check the network and the registry that npm uses.`,
    );
  }
  if (code !== 0) {
    // What went wrong comes first; how npm is used in general follows.
    const lines = output.split('\n').filter((line) => line.trim() && !/^npm (http|warn)/.test(line));
    throw new SetupProblem(`npm ci failed:\n${lines.slice(0, 20).join('\n')}`);
  }
  progress('Packages are installed.');
}
