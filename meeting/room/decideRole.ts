import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Role } from '#protocol/roles.ts';
import type { Doer, Participant, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import { reasonOf } from '../reason.ts';
import { commit, refuse } from './decision.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import { barredEntry, doer, mayIn, participantOf, present, roleOf, tableOf } from './selectors.ts';
import { isOneTooMany, roleChangeRefusal } from './roleChange.ts';
import { speaks } from './speakers.ts';

export function decideChangeRole(room: Room, command: CommandOf<'change-role'>, by: PrincipalId, at: Millis): Decision {
  const giver = present(room, by);
  if (!giver) return refuse('not-joined');
  // Whoever may give nobody else a role is told so, also where nobody is of that id.
  if (command.participant !== giver.id && !mayIn(room, giver.id, 'changeRole')) return refuse('forbidden');
  const target = participantOf(room, command.participant);
  if (!target) return refuse('no-such-participant');
  const { role } = command;
  const refusal = roleChangeRefusal(room, giver, target, role);
  if (refusal) return refuse(refusal.code, refusal.detail);
  if (target.role === role) return commit();
  return commit(roleChange(changeIn(room, target, role), doer(giver), at));
}

/** Needs no presence: an integrator says who is host before anybody comes. */
export function decideAssignRole(room: Room, order: ServerOrderOf<'assign-role'>, at: Millis): Decision {
  const { principal, role } = order;
  if (barredEntry(room, principal)) return refuse('barred');
  if (!Object.hasOwn(tableOf(room), role)) return refuse('unknown-role');
  const participant = present(room, principal);
  if (roleOf(room, principal) === role && (participant === null || participant.role === role)) return commit();
  if (!participant) return commit({ type: 'role-changed', principal, role, by: null, at });
  if (isOneTooMany(room, participant, role)) return refuse('too-many-speakers');
  return commit(roleChange(changeIn(room, participant, role), null, at));
}

interface Change {
  readonly participant: Participant;
  readonly role: Role;
  /** Between speaker and viewer. */
  readonly moves: boolean;
}

/** Somebody present has another role from now; 1003 says that they moved between speaker and viewer by it. */
export function roleChange({ participant, role, moves }: Change, by: Doer, at: Millis): RoomEventOf<'role-changed'> {
  const reason = moves ? { reason: reasonOf('REMOVE_PEER_VIEWER_MODE_CHANGED') } : {};
  return { type: 'role-changed', principal: participant.principal, role, ...reason, by, at };
}

/** What another role comes to, by the room's own table. */
export function changeIn(room: Room, participant: Participant, role: Role): Change {
  return { participant, role, moves: speaks(room, participant.role) !== speaks(room, role) };
}
