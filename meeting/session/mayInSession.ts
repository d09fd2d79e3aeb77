import { DEFAULT_ROLES, permissionsOf } from '../permissions.ts';
import { mayIn } from '../room/selectors.ts';
import type { Permission } from '#protocol/roles.ts';
import type { Expected, Session } from '#protocol/session.ts';

import { isInside } from './reduce.ts';

/** What I will be once inside, as the room said before; null while that is not known. */
export function expectedIn(session: Session): Expected | null {
  return (session.phase === 'preview' || session.phase === 'joining') && session.role !== null ? session : null;
}

/** Whether I may, by what the session knows: by my role inside, by the role that awaits me before joining. */
export function mayInSession(session: Session, permission: Permission): boolean {
  if (isInside(session)) return mayIn(session.room, session.me, permission);
  const expected = expectedIn(session);
  return expected !== null && expectedPermissions(expected).includes(permission);
}

/** All that I may do with the role that awaits me. */
export function expectedPermissions({ role, permissions }: Expected): readonly Permission[] {
  return permissions ?? (role === null ? [] : permissionsOf(DEFAULT_ROLES, role));
}
