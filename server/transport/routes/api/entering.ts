import { ApiTokenRequest, CreateRoomRequest } from '#protocol/http.ts';
import type { PrincipalId, RoomId } from '#protocol/ids.ts';

import { inviteHashOf, principalOf } from '../../../credentials/identity.ts';
import type { RoomActor } from '../../../rooms/roomActor.ts';
import { roomIdFor } from '../../../rooms/roomCodes.ts';
import { submitRequest } from '../../../rooms/tasks/requestTask.ts';
import { issueToken } from '../issueToken.ts';
import { makeRoom } from '../makeRoom.ts';
import { type ApiAnswer, failed, JOIN_TOKEN, type Route } from '../route.ts';
import { type IntegratorRequest, integratorRoute, reused, roomOf } from './integrator.ts';

export const createRoomByApi: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms',
  permission: 'createRooms',
  body: { name: 'CreateRoomRequest', schema: CreateRoomRequest },
  operation: {
    id: 'apiCreateRoom',
    summary: 'Create a room, and get a token with which its host can join.',
    description:
      'The same Idempotency-Key again leads to the same room, for as long as there is one; the token is a new one.',
    idempotent: true,
    success: { status: 201, description: 'There is the room.', answer: JOIN_TOKEN },
    refusals: [409],
  },
  handle: async (request) => {
    const { registry } = request.services;
    const fixed = codeFor(request);
    const fresh = await (fixed === null ? registry.free() : registry.fresh(fixed));
    if (fresh.ok) return create(request, fresh.value);
    if (fixed === null || fresh.error.code !== 'room-exists') return failed(fresh.error);
    return again(request, fixed);
  },
});

type Creation = IntegratorRequest<CreateRoomRequest>;

/** The idempotency key decides about the code, so that nothing has to be remembered to find the room again. */
function codeFor({ key, idempotencyKey, services }: Creation): RoomId | null {
  if (idempotencyKey === null) return null;
  return roomIdFor(services.settings.tokenKey, JSON.stringify([key.name, idempotencyKey]));
}

async function create(request: Creation, actor: RoomActor): Promise<ApiAnswer> {
  const { host, made } = makeRoom(request.services, actor, request.body);
  const verdict = await made;
  if (verdict.ok) return admitted(request, actor, host, 201);
  // Two of the same came at once, and the other one was first.
  return verdict.error.code === 'room-exists' && request.idempotencyKey !== null
    ? again(request, actor.id)
    : failed(verdict.error);
}

/** The room that the same request made before: by its invite, which no other request has. */
async function again(request: Creation, id: RoomId): Promise<ApiAnswer> {
  const actor = await request.services.registry.find(id);
  if (!actor.ok) return failed(actor.error);
  if (actor.value.room?.inviteHash !== inviteHashOf(request.body.inviteKey)) return reused;
  return admitted(request, actor.value, principalOf(id, request.body.identity), 201);
}

export const issueTokenByApi: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/join-tokens',
  permission: 'issueTokens',
  body: { name: 'ApiTokenRequest', schema: ApiTokenRequest },
  operation: {
    id: 'apiIssueJoinToken',
    summary: 'A join token for somebody, who has the role from now.',
    description:
      "The role is the person's in this room from now, also where they are in it already: rights are never read from a token.",
    success: { status: 200, description: 'A token that lets its bearer ask to be let in.', answer: JOIN_TOKEN },
    refusals: [404, 409],
  },
  handle: async (request) => {
    const actor = await roomOf(request);
    if (!actor.ok) return failed(actor.error);
    const { identity, role } = request.body;
    const principal = principalOf(actor.value.id, identity);
    const verdict = await submitRequest(actor.value, (_room, at) => ({
      by: { kind: 'server' },
      at,
      command: { type: 'assign-role', principal, role },
    }));
    if (!verdict.ok) return failed(verdict.error);
    return admitted(request, actor.value, principal, 200);
  },
});

async function admitted(
  { services }: Pick<Creation, 'services'>,
  actor: RoomActor,
  principal: PrincipalId,
  status: number,
): Promise<ApiAnswer> {
  // Gone since it was made, or since it was found.
  if (actor.room === null) return failed({ code: 'room-not-found' });
  return { status, body: await issueToken(services, actor.room, principal) };
}
