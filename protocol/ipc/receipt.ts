import * as v from 'valibot';

import { ParleyError } from '../errors.ts';
import { Incarnation, Millis, ParticipantId, RoomId } from '../ids.ts';
import { Reason } from '../reasons.ts';
import { Policy } from '../room.ts';
import type { Exit } from '../session.ts';
import { RemovedFromRoom } from '../wire/frame.ts';

const Place = v.object({ server: v.pipe(v.string(), v.maxLength(300)), room: RoomId, hosted: v.boolean() });

/** How the connection was when I went: up, lost since then (this machine's clock), or not in the meeting at all. */
const Connection = v.variant('state', [
  v.object({ state: v.literal('live') }),
  v.object({ state: v.literal('lost'), since: Millis }),
  v.object({ state: v.literal('none') }),
]);

export const ReceiptId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/**
 * What is kept of one exit, on this machine alone: enough to know later what happened, and to report it. Holds no secret.
 * Fields that it does not know, of a newer Parley, are dropped.
 */
export const Receipt = v.object({
  id: ReceiptId,
  /** On this machine's clock. */
  at: Millis,
  target: Place,
  reason: Reason,
  removal: v.nullable(RemovedFromRoom),
  policy: v.optional(Policy),
  error: v.nullable(ParleyError),
  sought: v.optional(Place),
  mine: v.boolean(),
  /** Nobody was let back in, or I was not, as far as was known. */
  mayRejoin: v.boolean(),
  connection: Connection,
  /** Milliseconds that I was in; null where I was not let in. */
  stayMs: v.nullable(Millis),
  /** Who and in which life of the room: by these a server's log knows the stay. Null where I was not let in. */
  participant: v.nullable(ParticipantId),
  incarnation: v.nullable(Incarnation),
  /** Of the app. */
  version: v.pipe(v.string(), v.maxLength(40)),
});
export type Receipt = v.InferOutput<typeof Receipt>;

/** What the words about an exit are made from; a receipt has all of it. */
export type ToldExit = Pick<Exit, 'reason' | 'removal' | 'policy' | 'error' | 'sought' | 'mine' | 'mayRejoin'>;
