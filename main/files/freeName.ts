import { extname } from 'node:path';

/** Names that are tried before giving up: whoever has so many files of one name has another problem. */
const MOST_NAMES = 1_000;

/**
 * Makes something under this name or, where there is such a file, under the next one that is free: `notes (2).txt`.
 * `make` takes the name in one step, failing with EEXIST where it is taken; whatever else it fails with is thrown, and
 * so is EEXIST after a thousand names.
 */
export async function underFreeName<T>(name: string, make: (candidate: string) => Promise<T>): Promise<T> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let count = 1; ; count += 1) {
    try {
      return await make(count === 1 ? name : `${stem} (${count})${ending}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || count === MOST_NAMES) throw error;
    }
  }
}
