import * as v from 'valibot';

/** Stable codes of everything that can be refused or fail as expected. Words for people are made in the renderer. */
export const ErrorCode = v.picklist([
  // Refusals of the room rules.
  'not-joined',
  'already-joined',
  'forbidden',
  'room-not-found',
  'room-exists',
  'room-locked',
  'room-ended',
  'room-full',
  'barred',
  'lobby-full',
  'lobby-off',
  'not-admitted',
  'not-waiting',
  'no-such-participant',
  'not-locked',
  'already-locked',
  'already-ending',
  'not-ending',
  'not-barred',
  'already-asked',
  'already-shared',
  'not-shared',
  'unknown-role',
  'last-host',
  'too-many-speakers',
  'text-too-long',
  'too-fast',
  // The wire.
  'bad-frame',
  'frame-too-big',
  'unknown-type',
  'hello-expected',
  'hello-late',
  'hello-twice',
  'wrong-room',
  'waiting-elsewhere',
  'protocol-version',
  'rate-limited',
  'too-slow',
  'origin-refused',
  // Credentials.
  'bad-token',
  'token-expired',
  'bad-invite',
  'resume-refused',
  // The service.
  'unavailable',
  'draining',
  'internal',
  // The client's own.
  'offline',
  'must-wait',
  'no-meeting-key',
  // A file can't be made or written where it should be.
  'not-writable',
  'connection-failed',
  'timed-out',
  'bad-link',
  'server-unknown',
  'creation-key-missing',
  'creation-key-refused',
  'wrong-phase',
  'bad-request',
  'capture-refused',
  'capture-not-found',
  'capture-busy',
  'cancelled',
  'not-opened',
  'not-written',
  'others-served',
  'not-deleted',
  'bad-file',
  'shortcut-taken',
  'shortcut-twice',
]);
export type ErrorCode = v.InferOutput<typeof ErrorCode>;

/** An expected failure. `detail` is for logs and for the folded details of a dialog, in English, without secrets. */
export const ParleyError = v.strictObject({
  code: ErrorCode,
  detail: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** Not before this many milliseconds is trying again of any use. */
  retryAfterMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type ParleyError = v.InferOutput<typeof ParleyError>;

/** Either the value or the failure, as a value: what can be refused is never thrown. */
export type Result<T, E = ParleyError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
