import type { ErrorCode } from '#protocol/errors.ts';

// What a later try may get past without anybody's doing: the network, a server that starts, drains or is overloaded,
// and credentials that a fresh try replaces.
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'unavailable',
  'draining',
  'internal',
  'rate-limited',
  'too-slow',
  'hello-late',
  'bad-token',
  'token-expired',
  'resume-refused',
  'offline',
  'connection-failed',
  'timed-out',
]);

/** Whether trying again by itself is of use. All else is an answer: no automatic try follows it (semantics rule 3). */
export function isPassing(code: ErrorCode): boolean {
  return PASSING.has(code);
}
