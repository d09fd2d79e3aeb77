import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { runToEnd } from './child.mjs';
import { SetupProblem } from './progress.mjs';

/** apt is silent while it unpacks something large. */
const SILENCE_MS = 180_000;

/**
 * Where a program is that can be started by its name; null if there is none.
 * @param {string} program
 */
export function whereIs(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file)) ?? null;
}

/** @param {string} program */
export function onPath(program) {
  return whereIs(program) !== null;
}

/** Debian, Ubuntu, or something that calls itself like one of them. @param {string} osRelease */
function isDebianLike(osRelease) {
  try {
    return onPath('apt-get') && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(osRelease, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Newer releases renamed libraries for their 64-bit time (libgtk-3-0 is libgtk-3-0t64 there).
 * @param {readonly string[]} names
 */
async function asNamedHere(names) {
  const both = names.flatMap((name) => (name.startsWith('lib') ? [name, `${name}t64`] : [name]));
  const { output } = await runToEnd('apt-cache', ['policy', ...both], { env: { ...process.env, LC_ALL: 'C' } });
  const known = new Set(
    [...output.matchAll(/^(\S+):\n\s+Installed: .*\n\s+Candidate: (.*)$/gm)]
      .filter(([, , candidate]) => candidate !== '(none)')
      .map(([, name]) => name),
  );
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/**
 * Installs packages of the system where that is our business: as root on Debian or Ubuntu, which is how CI and containers
 * run. Anywhere else it stops with the command that a person should run.
 * @param {object} wanted
 * @param {readonly string[]} wanted.packages Names as in Debian 12.
 * @param {string} wanted.why What is missing, for people.
 * @param {import('./progress.mjs').Progress} wanted.progress
 * @param {string} [wanted.osRelease] The file in which a system says what it is.
 */
export async function installSystemPackages({ packages, why, progress, osRelease = '/etc/os-release' }) {
  const debianLike = isDebianLike(osRelease);
  const names = debianLike ? await asNamedHere(packages) : packages;
  if (!debianLike || process.getuid?.() !== 0) {
    const command = debianLike ? `sudo apt-get install ${names.join(' ')}` : '';
    throw new SetupProblem(
      debianLike
        ? `${why}\nInstall what is missing, then start again:\n\n    ${command}`
        : `${why}\nInstall what is missing with your system's package manager, then start again. ` +
            `On Debian 12 the packages are called: ${packages.join(' ')}`,
    );
  }
  progress(`${why} Installing ${names.join(' ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'Acquire::http::Timeout=30', '-o', 'Acquire::Retries=2', '-o', 'DPkg::Lock::Timeout=180'];
  const install = async () =>
    runToEnd('apt-get', ['install', '-y', '--no-install-recommends', ...options, ...(await asNamedHere(packages))], {
      env,
      silenceMs: SILENCE_MS,
    });

  let { code, output } = await install();
  if (code !== 0) {
    progress('  Reading the list of packages anew.');
    const update = await runToEnd('apt-get', ['update', ...options], { env, silenceMs: SILENCE_MS });
    ({ code, output } = await install());
    if (code !== 0) output = `${update.output}\n${output}`;
  }
  if (code !== 0) {
    throw new SetupProblem(
      `apt-get could not install ${names.join(' ')}:\n${output.split('\n').slice(-15).join('\n')}`,
    );
  }
}
