import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const HOUR_MS = 60 * 60 * 1000;

/**
 * A folder in the cache, made whole or not at all: `make` fills a temporary one, which is then renamed into place. Two runs
 * at once both make it, and the second to finish takes the first one's.
 * @param {string} cache
 * @param {string} name Names the exact contents, versions and all.
 * @param {(folder: string) => Promise<void>} make
 * @returns {Promise<string>}
 */
export async function cachedFolder(cache, name, make) {
  const place = join(cache, name);
  if (existsSync(place)) return place;
  sweep(cache);
  const temporary = mkdtempSync(join(cache, 'making-'));
  try {
    await make(temporary);
    renameSync(temporary, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return place;
}

/** Removes what runs that were killed left unfinished. @param {string} cache */
function sweep(cache) {
  for (const name of readdirSync(cache)) {
    if (!name.startsWith('making-')) continue;
    const age = Date.now() - (statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > HOUR_MS) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
