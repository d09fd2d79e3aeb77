import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { end } from './decideEnd.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, mayByRole, mayIn, present } from './selectors.ts';

/**
 * Whoever is alone may end the room, but not for those who come until then: so the role counts, not being alone. It is
 * looked at here only; what its giver is when the time comes changes nothing (invariant 6: authorisation is the commit's).
 */
export function decideScheduleEnd(
  room: Room,
  command: CommandOf<'schedule-end'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  if (room.phase === 'ended') return refuse('room-ended');
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  const { reason: note, lock: locked, inMs } = command;
  if (!mayByRole(room, participant.id, 'endRoom')) return refuse('forbidden');
  if (locked && !mayIn(room, participant.id, 'lock')) return refuse('forbidden', 'locking needs its permission');
  if (room.scheduledEnd) return refuse('already-ending');
  const scheduled = { by: doer(participant), principal: by, note, locked, endsAt: at + inMs };
  return commit({ type: 'end-scheduled', end: scheduled, at });
}

/** Whoever could end the room may keep it going. */
export function decideCancelEnd(room: Room, by: PrincipalId, at: Millis): Decision {
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  if (!mayIn(room, participant.id, 'endRoom')) return refuse('forbidden');
  if (!room.scheduledEnd) return refuse('not-ending');
  return commit({ type: 'end-cancelled', by: doer(participant), at });
}

/**
 * The same as an end by whoever scheduled it: as they are called now if they are here, though they may have come back as
 * another participant, else as they were called then.
 */
export function decideEndAsScheduled(room: Room, at: Millis): Decision {
  const { scheduledEnd } = room;
  if (!scheduledEnd || at < scheduledEnd.endsAt) return commit();
  const { principal, note, locked } = scheduledEnd;
  const here = present(room, principal);
  const by = here ? doer(here) : scheduledEnd.by;
  return end(room, { cause: 'participant', by, note, locked, at });
}
