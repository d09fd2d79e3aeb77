import type { Millis } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { commit, refuse } from './decision.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import { barredEntry, roleOf } from './selectors.ts';

/** Needs no presence: an integrator says who is host before anybody comes. */
export function decideAssignRole(room: Room, order: ServerOrderOf<'assign-role'>, at: Millis): Decision {
  const { principal, role } = order;
  if (barredEntry(room, principal)) return refuse('barred');
  if (roleOf(room, principal) === role) return commit();
  return commit({ type: 'role-changed', principal, role, by: null, at });
}
