import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Ending, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { commit, refuse } from './decision.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import { deadlineOf } from './policies.ts';
import { doer, everyone, mayIn, present } from './selectors.ts';

/** Being alone gives the right to end, not the right to lock others out of what is not one's own. */
export function decideEndRoom(room: Room, command: CommandOf<'end-room'>, by: PrincipalId, at: Millis): Decision {
  if (room.phase === 'ended') return refuse('room-ended');
  const participant = present(room, by);
  if (!participant) return refuse('not-joined');
  if (!mayIn(room, participant.id, 'endRoom')) return refuse('forbidden');
  if (command.lock && !mayIn(room, participant.id, 'lock')) return refuse('forbidden', 'locking needs its permission');
  return end(room, { cause: 'participant', by: doer(participant), note: command.reason, locked: command.lock, at });
}

/** Also where nobody is in the room: whoever ends and locks through the API wants the next join refused. */
export function decideEndByApi(room: Room, order: ServerOrderOf<'end-by-api'>, at: Millis): Decision {
  if (room.phase === 'ended') return refuse('room-ended');
  return end(room, { cause: 'api', by: null, note: order.note, locked: order.lock, at });
}

/** By policy. Where nobody is present there is nobody to be told, so it is not an end. */
export function decideClose(room: Room, order: ServerOrderOf<'close'>, at: Millis): Decision {
  if (room.phase !== 'open' || everyone(room).length === 0) return decideCloseEmpty(room, at);
  return end(room, { cause: 'policy', policy: order.policy, by: null, note: order.note, locked: false, at });
}

export function decideEnforce(room: Room, { policies }: ServerOrderOf<'enforce'>, at: Millis): Decision {
  const deadline = deadlineOf(room, policies);
  if (deadline === null || at < deadline.at) return commit();
  return decideClose(room, { type: 'close', policy: deadline.policy, note: '' }, at);
}

export function decideCloseEmpty(room: Room, at: Millis): Decision {
  if (room.phase !== 'open' || everyone(room).length > 0) return commit();
  return commit({ type: 'room-closed', at });
}

/** Everybody is told whether they can come back, so a lock from before counts as much as one set by the end. */
export function end(room: Room, ending: Ending): Decision {
  return commit({ type: 'room-ended', ending: { ...ending, locked: ending.locked || room.lock !== null } });
}
