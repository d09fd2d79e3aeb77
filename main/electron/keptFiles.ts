import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { KeptFiles } from '../ports.ts';

/** The files in a profile's folder that are no settings, by what is in them. */
export function keptFiles(profile: string): KeptFiles {
  const pathsOf = (kind: Parameters<KeptFiles['bytes']>[0]): readonly string[] => {
    switch (kind) {
      case 'logs':
        // The folder stays: the next line of the log goes into it.
        return namesIn(join(profile, 'logs')).map((name) => join(profile, 'logs', name));
      case 'hosting':
        return [join(profile, 'hosting')];
      case 'receipts':
        return [join(profile, 'receipts.jsonl')];
      case 'set-aside':
        return namesIn(profile)
          .filter((name) => /^settings-.*\.bad\.json$/.test(name))
          .map((name) => join(profile, name));
    }
  };
  return {
    bytes: (kind) => pathsOf(kind).reduce((sum, path) => sum + sizeOf(path), 0),
    remove(kind) {
      try {
        for (const path of pathsOf(kind)) rmSync(path, { recursive: true, force: true, maxRetries: 2 });
        return true;
      } catch {
        return false;
      }
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Bytes of a file, or of all in a folder; what can't be looked at has none. */
function sizeOf(path: string): number {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 0;
    if (!stats.isDirectory()) return stats.size;
    return namesIn(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
  } catch {
    return 0;
  }
}
