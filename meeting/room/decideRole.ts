import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Role } from '#protocol/roles.ts';
import type { Doer, Participant, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import { covers } from '../permissions.ts';
import { reasonOf } from '../reason.ts';
import { commit, refuse } from './decision.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import {
  barredEntry,
  doer,
  isLastHost,
  mayIn,
  others,
  participantOf,
  permissionsIn,
  present,
  roleOf,
  tableOf,
} from './selectors.ts';
import { isSpeakersFull, speaks } from './speakers.ts';

/** Nobody gives, or takes away, what they do not hold themselves; and who is host is said by hosts alone. */
export function decideChangeRole(room: Room, command: CommandOf<'change-role'>, by: PrincipalId, at: Millis): Decision {
  const giver = present(room, by);
  if (!giver) return refuse('not-joined');
  const isOneself = command.participant === giver.id;
  if (!isOneself && !mayIn(room, giver.id, 'changeRole')) return refuse('forbidden');
  const target = participantOf(room, command.participant);
  if (!target) return refuse('no-such-participant');
  const { role } = command;
  if (!Object.hasOwn(tableOf(room), role)) return refuse('unknown-role');
  if (target.role === role) return commit();
  const above = isAbove(room, giver, target.role) ?? isAbove(room, giver, role);
  if (above) return refuse('forbidden', above);
  if (isLastHost(room, target.id) && others(room, target.id).length > 0) return refuse('last-host');
  if (isOneTooMany(room, target, role)) return refuse('too-many-speakers');
  return commit(roleChange(changeIn(room, target, role), doer(giver), at));
}

/** Why a role is not the giver's to give or take; null if it is. */
function isAbove(room: Room, giver: Participant, role: Role): string | null {
  if (giver.role === 'host') return null;
  if (role === 'host') return 'only a host says who is host';
  const covered = covers(permissionsIn(room, giver.role), permissionsIn(room, role));
  return covered ? null : `${role} may do what your role may not`;
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

function isOneTooMany(room: Room, { role: before }: Participant, role: Role): boolean {
  return role !== 'host' && speaks(room, role) && !speaks(room, before) && isSpeakersFull(room);
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
