import type { Log } from '../ports.ts';

/**
 * Bugs that nobody caught. A meeting goes on where it can; the log gets the kind and the place, not the message, which
 * may hold anything (invariant 12).
 */
export function logFaults(log: Log, isPackaged: boolean): void {
  const note = (what: string, fault: unknown): void => {
    const error = fault instanceof Error ? fault : new Error('not an error');
    log(what, { error: error.name, at: placeOf(error) });
    // Whoever develops has a terminal, and wants all of it.
    if (!isPackaged) process.stderr.write(`${what}: ${error.stack ?? error.message}\n`);
  };
  process.on('uncaughtException', (error) => note('uncaught-exception', error));
  process.on('unhandledRejection', (reason) => note('unhandled-rejection', reason));
}

/** The first frames of the stack, by function and line only: a path would name the person whose home it is in. */
function placeOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[/\\]([^/\\()\s]+)\)?$/, '($1)'))
    .join(' < ');
}
