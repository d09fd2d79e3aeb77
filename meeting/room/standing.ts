import type { Standing } from '#protocol/http.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import { type Duplicates, keepsPlace } from './duplicates.ts';
import { mustWait } from './lobby.ts';
import { recorders } from './recording.ts';
import { admissionRefusal, mayUnlock, permissionsIn, present, roleOf } from './selectors.ts';
import { roleAtJoin } from './speakers.ts';

/**
 * How a principal stands in the room while looking at it from outside. Whoever is present comes back in past everything but
 * their own live connection, where the server refuses duplicates.
 */
export function standingIn(room: Room, principal: PrincipalId, capacity: number, duplicates?: Duplicates): Standing {
  const there = present(room, principal);
  const role = there?.role ?? roleAtJoin(room, principal);
  return {
    role,
    // Left out where it says nothing, so that clients from before it was thought of understand the rest.
    ...(room.roleTable && { permissions: [...permissionsIn(room, role)] }),
    ...(!there && role !== roleOf(room, principal) && { speakersFull: true }),
    refusal: there ? takenBy(there, duplicates) : admissionRefusal(room, principal, capacity),
    mayUnlock: mayUnlock(room, principal),
    ...(!there && mustWait(room, principal) && { mustWait: true }),
    ...(recorders(room).length > 0 && { recorded: true }),
  };
}

function takenBy(there: Participant, duplicates: Duplicates | undefined): 'already-joined' | null {
  return keepsPlace(there, duplicates) ? 'already-joined' : null;
}
