import { installDependencies } from './dependencies.mjs';
import { hasDisplay, openDesktop } from './display.mjs';
import { findElectron } from './electronRuntime.mjs';
import { ROOT } from './paths.mjs';
import { SetupProblem } from './progress.mjs';
import { checkSystem } from './systemLibraries.mjs';

const OLDEST_NODE = [20, 19];

/** Everything here is meant to run on a Node that was just installed, so that is checked first. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupProblem(`Parley needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${version}.`);
}

/**
 * @typedef {object} Ready
 * @property {import('./electronRuntime.mjs').Electron} electron
 * @property {boolean} display Windows will be seen by a person.
 * @property {() => Promise<import('./display.mjs').Desktop>} openDesktop Starts what this run needs of a desktop.
 */

/**
 * Brings this machine to where the app can run: packages, an Electron, the system's libraries.
 * @param {object} wanted
 * @param {import('./progress.mjs').Progress} wanted.progress
 * @param {boolean} wanted.tests Tests play the desktop, on a message bus of their own.
 * @param {boolean} [wanted.retryElectron] Try to download the declared Electron even if that failed before.
 * @returns {Promise<Ready>}
 */
export async function makeReady({ progress, tests, retryElectron = false }) {
  checkNode();
  await installDependencies({ root: ROOT, progress });
  const electron = await findElectron({ progress, retry: retryElectron });
  progress(`Electron ${electron.version}, because ${electron.why}.`);
  const display = hasDisplay();
  await checkSystem({ executable: electron.executable, display: !display, desktop: tests, progress });
  return { electron, display, openDesktop: () => openDesktop({ display: !display, bus: tests }) };
}

/**
 * The environment in which any Electron that is started is the one that was found.
 * @param {import('./electronRuntime.mjs').Electron} electron
 * @param {import('./display.mjs').Desktop} desktop
 */
export function environmentFor(electron, desktop) {
  return { ...process.env, ...desktop.env, ELECTRON_OVERRIDE_DIST_PATH: electron.folder };
}
