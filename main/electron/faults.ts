import type { Log } from '../ports.ts';

/**
 * Bugs that nobody caught. A meeting goes on where it can; the log gets the kind and the place, not the message, which
 * may hold anything (invariant 12).
 */
export function logFaults(log: Log): void {
  const note = (what: string, fault: unknown): void => {
    const error = fault instanceof Error ? fault : new Error('not an error');
    log(what, { error: error.name, at: placeOf(error) });
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
