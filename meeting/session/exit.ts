import type { ErrorCode, ParleyError } from '#protocol/errors.ts';
import type { Millis } from '#protocol/ids.ts';
import type { Reason } from '#protocol/reasons.ts';
import type { Policy } from '#protocol/room.ts';
import type { Exit, SessionIn } from '#protocol/session.ts';
import type { RemovedFromRoom } from '#protocol/wire/frame.ts';

interface Ending {
  readonly reason: Reason;
  readonly removal: RemovedFromRoom | null;
  readonly policy?: Policy | undefined;
  readonly error: ParleyError | null;
  /** The room refuses joins, as far as the client knows. */
  readonly locked: boolean;
  readonly at: Millis;
}

/** The exit that an ending comes to, with nothing released yet. */
export function exitOf(ending: Ending): Exit {
  const { reason, removal, policy, error, at } = ending;
  return {
    reason,
    removal,
    ...(policy && { policy }),
    error,
    mine: isMine(ending),
    mayRejoin: mayRejoin(ending),
    at,
    released: false,
  };
}

// Giving up on a lost connection (1102) is not among them: the person should read that the connection was lost.
// An end (1008) is mine if nobody removed me by it: the server tells a removal to those affected, never to the caller.
function isMine({ reason, removal }: Ending): boolean {
  if (reason.type === 'REMOVE_ALL') return removal === null;
  return reason.type === 'MANUAL_LEAVE_CALLED' || reason.type === 'SWITCH_ROOM';
}

const REFUSED_FOR_GOOD: ReadonlySet<ErrorCode> = new Set([
  'barred',
  'room-locked',
  'room-not-found',
  'bad-invite',
  'forbidden',
  'protocol-version',
  'origin-refused',
]);

function mayRejoin({ reason, removal, error, locked }: Ending): boolean {
  // With an end `locked` means the room, with a removal this person: barred. Either way there is no way back in.
  if (locked || removal?.locked === true) return false;
  // It is the other device's stay now; taking it back is a fresh decision, made from home.
  if (reason.type === 'DUPLICATE_PARTICIPANT') return false;
  return error === null || !REFUSED_FOR_GOOD.has(error.code);
}

/**
 * Whether the room may be asked about the way back. An end that locked, a bar and another device that took over are
 * final, whatever the room would say by now; a lock that was there when I went, or no place, may pass.
 */
export function mayHaveWayBack({ reason, removal, error, mayRejoin }: Exit): boolean {
  if (mayRejoin) return true;
  if (removal?.locked === true || reason.type === 'DUPLICATE_PARTICIPANT') return false;
  // What went wrong there was about the meeting that I switched to.
  if (reason.type === 'SWITCH_ROOM_FAILED') return true;
  // Without a removal it was my own end, which locked.
  if (reason.type === 'REMOVE_ALL') return false;
  return error === null || error.code === 'room-locked';
}

/** Whether joining again is offered: as the room said last, and before that as far as the client knew when it was over. */
export function offersRejoin({ exit, wayBack }: SessionIn<'over'>): boolean {
  return wayBack === undefined ? exit.mayRejoin : wayBack.refusal === null;
}
