import type { Millis, ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { ownWayOut } from '../reason.ts';
import { changeIn, roleChange } from './decideRole.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, participantOf, present } from './selectors.ts';

/**
 * Whether somebody leaves for being alone is their app's to say, also if somebody came in at the last moment: they are
 * out on their own side already, and both sides must read the same reason. No person did it then, so nobody is named.
 *
 * The leaver keeps the role: whoever comes back is what they were, also after handing over.
 */
export function decideLeave(room: Room, command: CommandOf<'leave'>, by: PrincipalId, at: Millis): Decision {
  const leaver = present(room, by);
  if (!leaver) return refuse('not-joined');
  const byPolicy = command.policy !== undefined;
  const left: RoomEvent = {
    type: 'participant-left',
    participant: leaver.id,
    reason: ownWayOut(command),
    ...(byPolicy && { policy: command.policy }),
    by: byPolicy ? null : doer(leaver),
    note: '',
    barred: null,
    at,
  };
  if (command.handOverTo === undefined) return commit(left);
  return handOver(room, leaver, command.handOverTo, left, at);
}

function handOver(room: Room, leaver: Participant, to: ParticipantId, left: RoomEvent, at: Millis): Decision {
  if (leaver.role !== 'host') return refuse('forbidden', 'only a host can hand over');
  const heir = participantOf(room, to);
  if (!heir || heir.id === leaver.id) return refuse('no-such-participant');
  if (heir.role === 'host') return commit(left);
  return commit(roleChange(changeIn(room, heir, 'host'), doer(leaver), at), left);
}
