import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from '../setup/paths.mjs';
import { ownTools } from './ownTools.mjs';

/** The first Electron with the fuse that takes the page's extra rights for file:// away. */
const FILE_PROTOCOL_FUSE_SINCE = 29;

/**
 * What of electron-builder's configuration depends on the runtime.
 * @param {import('../setup/electronRuntime.mjs').Electron} electron
 * @param {string} output
 */
export function configurationFor(electron, output) {
  const hasFileFuse = Number.parseInt(electron.version, 10) >= FILE_PROTOCOL_FUSE_SINCE;
  return {
    extends: 'build/electron-builder.yml',
    electronVersion: electron.version,
    electronDist: electron.folder,
    directories: { output },
    electronFuses: hasFileFuse ? { grantFileProtocolExtraPrivileges: false } : {},
  };
}

/**
 * Packages what is in out/, with the runtime that was found.
 * @param {object} options
 * @param {import('../setup/electronRuntime.mjs').Electron} options.electron
 * @param {'linux' | 'win' | 'mac'} options.platform
 * @param {readonly string[]} options.targets Of electron-builder; empty for all that are configured.
 * @param {string} options.output
 * @param {import('../setup/progress.mjs').Progress} options.progress
 * @returns {Promise<string[]>} The files and folders that were made.
 */
export async function packageApp({ electron, platform, targets, output, progress }) {
  const { build, Platform } = await import('electron-builder');
  const folder = mkdtempSync(join(tmpdir(), 'parley-package-'));
  try {
    // The highest level takes ten times as long for a file that is two per cent smaller.
    process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ??= '5';
    // A releases site that has no Electron for us has no tools either.
    const own = electron.source !== 'declared' && process.platform === 'linux' && process.arch === 'x64';
    if (own)
      Object.assign(process.env, await ownTools({ targets: platform === 'linux' ? targets : [], folder, progress }));
    const chosen = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC }[platform];
    await build({
      projectDir: ROOT,
      targets: chosen.createTarget([...targets]),
      config: configurationFor(electron, output),
      publish: 'never',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return readdirSync(output)
    .filter((name) => /unpacked$|\.(tar\.gz|deb|AppImage|exe|dmg)$/.test(name))
    .map((name) => join(output, name))
    .filter((file) => statSync(file).isDirectory() || statSync(file).size > 0);
}
