import { SENDING } from '#meeting/permissions.ts';
import { mayInSession } from '#meeting/session/mayInSession.ts';
import { isInside } from '#meeting/session/reduce.ts';
import type { Role } from '#protocol/roles.ts';

import { useSession } from '../../bridge/parley.ts';
import type { DeviceKind } from './useCapture.ts';

/** The role by which I may not send this in the meeting that I am in; null where I may, and before I am in one. */
export function useBarred(kind: DeviceKind): Role | null {
  const session = useSession();
  if (!isInside(session) || mayInSession(session, SENDING[kind])) return null;
  return session.room.participants[session.me]?.role ?? null;
}
