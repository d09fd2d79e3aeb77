import type { Result } from '#protocol/errors.ts';
import type { CreateRoomRequest } from '#protocol/http.ts';
import type { PrincipalId, Rev } from '#protocol/ids.ts';

import { inviteHashOf, principalOf } from '../../credentials/identity.ts';
import type { RoomActor } from '../../rooms/roomActor.ts';
import { submitRequest } from '../../rooms/tasks/requestTask.ts';
import type { Services } from '../services.ts';

/** Makes the room, as this server's configuration wants rooms to be. Refused with `room-exists`. */
export function makeRoom(
  { settings }: Services,
  actor: RoomActor,
  { identity, inviteKey }: CreateRoomRequest,
): { readonly host: PrincipalId; readonly made: Promise<Result<Rev>> } {
  const { lobby, roles: roleTable, speakers } = settings;
  const host = principalOf(actor.id, identity);
  const inviteHash = inviteHashOf(inviteKey);
  const made = submitRequest(actor, (_room, at) => ({
    by: { kind: 'server' },
    at,
    command: { type: 'create', room: actor.id, host, inviteHash, lobby, roles: { roleTable, speakers } },
  }));
  return { host, made };
}
