import { readFileSync } from 'node:fs';

/** The last lines of a log and of the one before it, oldest first; none where there is nothing to read. */
export function lastLines(path: string, most: number): readonly string[] {
  const newest = linesOf(path);
  const older = newest.length < most ? linesOf(`${path}.old`) : [];
  return [...older, ...newest].slice(-most);
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
