import { may } from '#meeting/permissions.ts';
import { mayIn } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';
import type { Permission, Role } from '#protocol/roles.ts';
import type { Session } from '#protocol/session.ts';

/** What I will be once inside, as the room said before; null while that is not known. */
export function expectedRole(session: Session): Role | null {
  if (session.phase !== 'preview' && session.phase !== 'joining') return null;
  return session.role;
}

/** Whether I may, by what the session knows: by my role inside, by the role that awaits me before joining. */
export function mayInSession(session: Session, permission: Permission): boolean {
  if (isInside(session)) return mayIn(session.room, session.me, permission);
  const role = expectedRole(session);
  return role !== null && may(role, permission);
}
