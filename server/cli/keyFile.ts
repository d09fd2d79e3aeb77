import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { randomToken } from '../credentials/random.ts';
import { ConfigurationError } from './problem.ts';

const KEY = /^[A-Za-z0-9_-]{43}$/;

/** A key of 256 bits that is made at the first start and read back later. Only its owner may read the file. */
export function keyFromFile(path: string): string {
  const kept = readKept(path);
  if (kept === null) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const made = randomToken(32);
    // `wx`: of two that start at once, one makes the key and the other fails instead of replacing it.
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  }
  if (!KEY.test(kept)) throw ConfigurationError.of(path, 'holds no key. Delete it to have a new one made.');
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  return kept;
}

function readKept(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
