import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Clock, Log } from '../ports.ts';

/** Bytes after which the file becomes the old one, and the old one goes. */
const MAX_SIZE = 1_048_576;

/**
 * One line of JSON per entry. Written at once, because the lines before a sudden end are the ones that are wanted, and
 * there are few of them. A disk that refuses is no reason to stop.
 */
export function createFileLog(path: string, clock: Clock): Log {
  let size: number | null = null;

  const open = (): number => {
    mkdirSync(dirname(path), { recursive: true });
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  };
  return (what, fields = {}) => {
    const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), what, ...fields })}\n`;
    try {
      size ??= open();
      if (size + line.length > MAX_SIZE) {
        renameSync(path, `${path}.old`);
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size += line.length;
    } catch {
      size = null;
    }
  };
}
