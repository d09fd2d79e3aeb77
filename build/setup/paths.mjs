import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/**
 * Where each system keeps what can be fetched again.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
export function cacheFolderFor(env, platform, home) {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'parley');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'parley', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'parley');
  return join(home, '.cache', 'parley');
}

/** The cache of fetched runtimes and tools, made if need be; in the system's temporary folder where home can't be written to. */
export function cacheFolder() {
  const home = homedir() || userInfo().homedir;
  const wanted = cacheFolderFor(process.env, process.platform, home);
  try {
    mkdirSync(wanted, { recursive: true });
    accessSync(wanted, constants.W_OK);
    return wanted;
  } catch {
    const instead = join(tmpdir(), `parley-cache-${userInfo().username}`);
    mkdirSync(instead, { recursive: true, mode: 0o700 });
    return instead;
  }
}
