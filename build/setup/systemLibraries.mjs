import { dirname } from 'node:path';

import { runToEnd } from './child.mjs';
import { SetupProblem } from './progress.mjs';
import { installSystemPackages, onPath } from './systemPackages.mjs';

/** What Electron links to, beyond what a bare Debian has; each brings the rest along. */
const RUNTIME_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/**
 * Names of shared libraries that `executable` needs and the system lacks. Empty where there is no ldd to ask.
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function missingLibraries(executable) {
  const { output, missing } = await runToEnd('ldd', [executable], {
    env: { ...process.env, LD_LIBRARY_PATH: dirname(executable), LC_ALL: 'C' },
  });
  if (missing) return [];
  return [...new Set([...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? ''))];
}

/**
 * Libraries that Electron opens only when it needs them, so ldd does not know of them.
 * @param {string} name
 */
async function opensLibrary(name) {
  // In /sbin, which is not in everybody's PATH.
  const { output, missing } = await runToEnd(onPath('ldconfig') ? 'ldconfig' : '/sbin/ldconfig', ['-p']);
  return missing || output.includes(`${name} `);
}

/**
 * Makes sure that the runtime can start, and that what this run needs beside it is there.
 * @param {object} wanted
 * @param {string} wanted.executable
 * @param {boolean} wanted.display A display of our own will be started.
 * @param {boolean} wanted.desktop Tests play the desktop, on a message bus of their own, and the world outside: a TURN server.
 * @param {import('./progress.mjs').Progress} wanted.progress
 * @param {string} [wanted.osRelease] The file in which a system says what it is.
 */
export async function checkSystem({ executable, display, desktop, progress, osRelease = '/etc/os-release' }) {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries(executable);
  const packages = libraries.length > 0 ? [...RUNTIME_PACKAGES] : [];
  const lacking =
    libraries.length > 3 ? [...libraries.slice(0, 3), `${libraries.length - 3} more libraries`] : [...libraries];
  /** @param {string} what @param {string} inPackage */
  const lack = (what, inPackage) => {
    lacking.push(what);
    packages.push(inPackage);
  };
  if (display && !onPath('Xvfb')) lack('Xvfb', 'xvfb');
  if (desktop && !onPath('dbus-daemon')) lack('dbus-daemon', 'dbus');
  if (desktop && !(await opensLibrary('libnotify.so.4'))) lack('libnotify.so.4', 'libnotify4');
  if (desktop && !(await opensLibrary('libsecret-1.so.0'))) lack('libsecret-1.so.0', 'libsecret-1-0');
  // A window manager, without which nothing is minimised, and something that presses keys.
  if (desktop && !onPath('openbox')) lack('openbox', 'openbox');
  if (desktop && !onPath('xdotool')) lack('xdotool', 'xdotool');
  if (desktop && !onPath('turnserver')) lack('turnserver', 'coturn');
  if (lacking.length === 0) return;

  await installSystemPackages({ packages, why: `This system lacks ${lacking.join(', ')}.`, progress, osRelease });
  // It is the program that tests need: the service would relay for whoever reaches this machine.
  if (packages.includes('coturn')) await runToEnd('systemctl', ['disable', '--now', 'coturn']);
  const still = await missingLibraries(executable);
  if (still.length > 0) throw new SetupProblem(`The Electron runtime still lacks ${still.join(', ')}.`);
}
