import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runToEnd } from './child.mjs';

/** Without a byte for so long, the releases site can't be reached. A refused connection fails at once by itself. */
const SILENCE_MS = 30_000;
const DOWNLOAD = fileURLToPath(new URL('electronDownload.mjs', import.meta.url));
/** A download that failed is not tried again before this has passed, so that every other start is instant. */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * @typedef {{ folder: string, executable: string, version: string }} Runtime
 */

/** @param {string} root The version that package.json declares, as installed; null without packages. */
export function declaredVersion(root) {
  try {
    return /** @type {string} */ (
      JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version
    );
  } catch {
    return null;
  }
}

/**
 * The declared Electron, if its binary was downloaded before.
 * @param {string} root
 * @returns {Runtime | null}
 */
export function installedElectron(root) {
  const home = join(root, 'node_modules/electron');
  const declared = declaredVersion(root);
  try {
    const folder = join(home, 'dist');
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = join(folder, readFileSync(join(home, 'path.txt'), 'utf8').trim());
    return version === declared && existsSync(executable) ? { folder, executable, version } : null;
  } catch {
    return null;
  }
}

/**
 * Why the last download failed, while that is recent enough to believe; null otherwise.
 * @param {string} cache @param {string} version
 */
export function rememberedFailure(cache, version) {
  const file = failureFile(cache, version);
  try {
    // The file's own time, so that a clock that was set back can't keep a failure for ever.
    const age = Math.abs(Date.now() - statSync(file).mtimeMs);
    return age < RETRY_AFTER_MS ? readFileSync(file, 'utf8').trim() : null;
  } catch {
    return null;
  }
}

/** @param {string} cache @param {string} version */
function failureFile(cache, version) {
  return join(cache, `electron-${version}-unreachable.txt`);
}

/**
 * Downloads the declared Electron as its npm package does at first use, watched and with a limit.
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.cache
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {number | undefined} [options.silenceMs]
 * @returns {Promise<Runtime | { why: string }>}
 */
export async function downloadElectron({ root, cache, progress, silenceMs = SILENCE_MS }) {
  const version = declaredVersion(root);
  if (version === null) return { why: 'the electron package is not installed' };
  progress(`Downloading Electron ${version}.`);
  let next = 0;
  const { code, silent, output } = await runToEnd(process.execPath, [DOWNLOAD, root], {
    cwd: root,
    silenceMs,
    onLine: (line) => {
      const percent = Number.parseInt(line, 10);
      if (Number.isNaN(percent) || percent < next) return;
      progress(`  ${line}`);
      next = percent + 10;
    },
  });
  const runtime = installedElectron(root);
  if (code === 0 && runtime) {
    rmSync(failureFile(cache, version), { force: true });
    return runtime;
  }
  const why = silent
    ? `its download made no progress for ${silenceMs / 1000} s`
    : `its download failed (${reasonIn(output)})`;
  writeFileSync(failureFile(cache, version), `${why}\n`);
  return { why };
}

/**
 * The most telling part of a failed download's output: the system's own code, or the last error's words.
 * @param {string} output
 */
function reasonIn(output) {
  const code = /\b(E[A-Z]{4,}|UND_ERR_[A-Z_]+|Response code \d+)\b/.exec(output)?.[1];
  return (
    code ??
    output
      .split('\n')
      .findLast((line) => /error/i.test(line))
      ?.trim() ??
    'no reason given'
  );
}
