import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, mayIn, mayUnlock, present } from './selectors.ts';

export function decideLock(room: Room, by: PrincipalId, at: Millis): Decision {
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  if (!mayIn(room, participant.id, 'lock')) return refuse('forbidden');
  if (room.lock) return refuse('already-locked');
  return commit({ type: 'room-locked', by: doer(participant), at });
}

/**
 * Needs no presence, because a locked room lets nobody in who could lift the lock from inside. The right is looked at
 * first, so that a stranger can't learn whether a room is locked. Who is absent has no name here: `by` is then null.
 */
export function decideUnlock(room: Room, by: PrincipalId, at: Millis): Decision {
  if (!mayUnlock(room, by)) return refuse('forbidden');
  if (!room.lock) return refuse('not-locked');
  const participant = present(room, by);
  return commit({ type: 'room-unlocked', by: participant && doer(participant), at });
}

/** Also where nobody is in the room, or never was: whoever locks through the API wants the next join refused. */
export function decideLockByApi(room: Room, at: Millis): Decision {
  return room.lock ? refuse('already-locked') : commit({ type: 'room-locked', by: null, at });
}

export function decideUnlockByApi(room: Room, at: Millis): Decision {
  return room.lock ? commit({ type: 'room-unlocked', by: null, at }) : refuse('not-locked');
}
