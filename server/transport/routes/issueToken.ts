import { standingIn } from '#meeting/room/standing.ts';
import type { JoinTokenAnswer, Standing } from '#protocol/http.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import type { Services } from '../services.ts';

/** How a principal stands in a room of this server, as somebody reads it who is not inside. */
export function standingHere({ settings }: Services, room: Room, principal: PrincipalId): Standing {
  return standingIn(room, principal, settings.limits.participants, settings.duplicates);
}

/** A join token for whoever may have one, and how they stand there. */
export async function issueToken(
  services: Services,
  room: Room,
  principal: PrincipalId,
  standing = standingHere(services, room, principal),
): Promise<JoinTokenAnswer> {
  const grant = { principal, room: room.id, role: standing.role, rev: room.rev };
  const issued = await services.tokens.issue(grant, services.settings.clock.now());
  return { room: room.id, principal, ...issued, ...standing };
}
