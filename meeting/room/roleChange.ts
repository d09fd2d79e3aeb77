import type { ErrorCode } from '#protocol/errors.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { Role } from '#protocol/roles.ts';
import { covers } from '../permissions.ts';
import { isLastHost, mayIn, others, permissionsIn, tableOf } from './selectors.ts';
import { isSpeakersFull, speaks } from './speakers.ts';

/** Why a role is not changed. */
export interface RoleRefusal {
  readonly code: Extract<ErrorCode, 'forbidden' | 'unknown-role' | 'last-host' | 'too-many-speakers'>;
  readonly detail?: string;
}

/**
 * Why one who is present may not give another, or themselves, that role now; null where they may, also where they have it
 * already. Nobody gives, or takes away, what they do not hold themselves; who is host is said by hosts alone.
 */
export function roleChangeRefusal(room: Room, giver: Participant, target: Participant, role: Role): RoleRefusal | null {
  if (target.id !== giver.id && !mayIn(room, giver.id, 'changeRole')) return { code: 'forbidden' };
  if (!Object.hasOwn(tableOf(room), role)) return { code: 'unknown-role' };
  if (target.role === role) return null;
  const above = isAbove(room, giver, target.role) ?? isAbove(room, giver, role);
  if (above !== null) return { code: 'forbidden', detail: above };
  if (isLastHost(room, target.id) && others(room, target.id).length > 0) return { code: 'last-host' };
  return isOneTooMany(room, target, role) ? { code: 'too-many-speakers' } : null;
}

/** Why a role is not the giver's to give or take; null if it is. */
function isAbove(room: Room, giver: Participant, role: Role): string | null {
  if (giver.role === 'host') return null;
  if (role === 'host') return 'only a host says who is host';
  const covered = covers(permissionsIn(room, giver.role), permissionsIn(room, role));
  return covered ? null : `${role} may do what your role may not`;
}

/** Whether they would send by that role, and as many do as may. */
export function isOneTooMany(room: Room, { role: before }: Participant, role: Role): boolean {
  return role !== 'host' && speaks(room, role) && !speaks(room, before) && isSpeakersFull(room);
}
