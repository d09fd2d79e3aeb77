import { expect, test } from 'vitest';

import { ErrorCode } from '#protocol/errors.ts';
import { isPassing } from '#meeting/session/refusals.ts';

/** What a later try may get past by itself. All else is an answer (semantics rule 3). */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad-token',
  'connection-failed',
  'draining',
  'hello-late',
  'internal',
  'offline',
  'rate-limited',
  'resume-refused',
  'timed-out',
  'token-expired',
  'too-slow',
  'unavailable',
]);

test.each(ErrorCode.options)('%s is tried again only if it may pass', (code) => {
  expect(isPassing(code)).toBe(passing.has(code));
});
