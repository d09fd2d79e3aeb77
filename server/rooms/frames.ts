import type { ErrorCode, ParleyError } from '#protocol/errors.ts';
import type { CommandId, Incarnation, Rev } from '#protocol/ids.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { IceServer, Reacted, Refused, Signal, Waiting, Welcome } from '#protocol/wire/frame.ts';

/** English for logs and integrators; people read words that a client makes from the code. */
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  'not-joined': 'You are not in this meeting.',
  forbidden: 'Your role does not allow that.',
  'room-not-found': 'There is no such room.',
  'room-locked': 'The room is locked.',
  'room-ended': 'The meeting has ended.',
  'room-full': 'The room is full.',
  barred: 'You may not come back to this room.',
  'lobby-full': 'Too many wait to be let in already.',
  'lobby-off': 'The room has no lobby on.',
  'not-admitted': 'You were not let in.',
  'not-waiting': 'Nobody waits there by that id.',
  'waiting-elsewhere': 'You wait on another connection now.',
  'no-such-participant': 'There is no such participant in this room.',
  'not-locked': 'The room is not locked.',
  'already-locked': 'The room is locked already.',
  'already-ending': 'An end is scheduled already.',
  'not-ending': 'No end is scheduled.',
  'not-barred': 'Nobody of that id is barred from this room.',
  'already-asked': 'They were asked a moment ago.',
  'already-shared': 'Somebody else shares their screen: ask them first.',
  'not-shared': 'Nobody shares their screen.',
  'unknown-role': 'There is no such role in this room.',
  'last-host': 'The last host stays host while others are present.',
  'too-many-speakers': 'As many as may send do.',
  'text-too-long': 'The text is too long.',
  'too-fast': 'Too many messages at once: say it again in a moment.',
  'bad-token': 'The token is not good for this server.',
  'token-expired': 'The token is not good any more: get a new one.',
  'bad-invite': 'The invite is not good for this room.',
  'resume-refused': 'There is nothing to resume: join afresh.',
  'wrong-room': 'The credentials are for another room.',
  unavailable: 'The storage does not answer; ask again with the same id.',
  draining: 'The server is going down.',
  'rate-limited': 'Too much at once.',
  'origin-refused': 'Not from here.',
  internal: 'The server made a mistake.',
};

export const messageOf = ({ code, detail }: ParleyError): string => detail ?? MESSAGES[code] ?? code;

export const okFrame = (id: CommandId, rev: Rev): string => JSON.stringify({ type: 'ok', id, rev });

export function errorFrame(error: ParleyError, id?: CommandId): string {
  return JSON.stringify({
    type: 'error',
    ...(id !== undefined && { id }),
    code: error.code,
    message: messageOf(error),
  });
}

/** What a refusal says besides its code. */
export type RefusalExtra = Pick<Refused, 'mayUnlock' | 'mayAppeal' | 'by' | 'note'>;

export function refusedFrame(error: ParleyError, extra: RefusalExtra = {}): string {
  const { code, retryAfterMs } = error;
  return JSON.stringify({
    type: 'refused',
    code,
    message: messageOf(error),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...extra,
  });
}

export const waitingFrame = (waiting: Waiting): string => JSON.stringify(waiting);

/** `rev` is the first event's. */
export function eventsFrame(incarnation: Incarnation, rev: Rev, events: readonly RoomEvent[]): string {
  return JSON.stringify({ type: 'events', incarnation, rev, events });
}

/** `snapshot` is JSON already. */
export const snapshotFrame = (snapshot: string): string => `{"type":"snapshot","snapshot":${snapshot}}`;

export const iceServersFrame = (iceServers: readonly IceServer[]): string =>
  JSON.stringify({ type: 'ice-servers', iceServers });

export const signalFrame = (signal: Signal): string => JSON.stringify(signal);

export const reactedFrame = (reacted: Reacted): string => JSON.stringify(reacted);

/**
 * A welcome whose snapshot is JSON already: when a thousand join at once, the room is written out once, not a thousand
 * times.
 */
export function welcomeFrame(welcome: Omit<Welcome, 'snapshot'>, snapshot: string | null): string {
  return `${JSON.stringify(welcome).slice(0, -1)},"snapshot":${snapshot ?? 'null'}}`;
}
