import type { Standing } from '#protocol/http.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { admissionRefusal, mayUnlock, permissionsIn, present, roleOf } from './selectors.ts';
import { roleAtJoin } from './speakers.ts';

/** How a principal stands in the room while looking at it from outside. Whoever is present comes back in past everything. */
export function standingIn(room: Room, principal: PrincipalId, capacity: number): Standing {
  const there = present(room, principal);
  const role = there?.role ?? roleAtJoin(room, principal);
  return {
    role,
    // Left out where it says nothing, so that clients from before it was thought of understand the rest.
    ...(room.roleTable && { permissions: [...permissionsIn(room, role)] }),
    ...(!there && role !== roleOf(room, principal) && { speakersFull: true }),
    refusal: there ? null : admissionRefusal(room, principal, capacity),
    mayUnlock: mayUnlock(room, principal),
  };
}
