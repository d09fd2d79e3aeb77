import { may } from '#meeting/permissions.ts';
import type { Result } from '#protocol/errors.ts';
import { CreateRoomRequest, type JoinTokenAnswer, type Standing } from '#protocol/http.ts';

import { inviteHashOf, principalOf, sameSecret } from '../../credentials/identity.ts';
import type { RoomActor } from '../../rooms/roomActor.ts';
import { newRoomId } from '../../rooms/roomCodes.ts';
import { submitRequest } from '../../rooms/tasks/requestTask.ts';
import {
  type ApiAnswer,
  type ApiRequest,
  countFailure,
  failed,
  JOIN_TOKEN,
  parseBody,
  type Route,
  tooManyFailures,
} from './route.ts';

/** Codes that are tried before it is believed that none is free. */
const TRIES = 5;

export const createRoom: Route = {
  method: 'POST',
  path: '/v1/rooms',
  operation: {
    id: 'createRoom',
    summary: 'Create a room of which the caller is host.',
    access: 'creationKey',
    body: { name: 'CreateRoomRequest', schema: CreateRoomRequest },
    success: { status: 201, description: 'Created.', answer: JOIN_TOKEN },
    refusals: [429],
  },
  handle: async (request) => {
    const refusal = tooManyFailures(request) ?? refusalOfCreation(request);
    if (refusal) return failed(refusal);
    const body = parseBody(CreateRoomRequest, request.body);
    return body.ok ? create(request, body.value) : failed(body.error);
  },
};

function refusalOfCreation(request: ApiRequest) {
  const { settings, creations } = request.services;
  const { creationKey, clock } = settings;
  const presented = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (creationKey === null) return { code: 'forbidden', detail: 'Rooms are not created here.' } as const;
  if (creationKey !== 'open' && !(presented !== undefined && sameSecret(presented, creationKey))) {
    countFailure(request);
    return { code: 'forbidden', detail: 'Creating rooms needs the creation key.' } as const;
  }
  const retryAfterMs = creations.waitMs(request.address, clock.now());
  return retryAfterMs > 0 ? ({ code: 'rate-limited', retryAfterMs } as const) : null;
}

async function create(request: ApiRequest, { identity, inviteKey }: CreateRoomRequest): Promise<ApiAnswer> {
  const { settings, tokens, creations } = request.services;
  const actor = await freshRoom(request);
  if (!actor.ok) return failed(actor.error);
  const { id: room } = actor.value;
  const host = principalOf(room, identity);
  const verdict = await submitRequest(actor.value, (_room, at) => ({
    by: { kind: 'server' },
    at,
    command: { type: 'create', room, host, inviteHash: inviteHashOf(inviteKey), lobby: settings.lobby },
  }));
  if (!verdict.ok) return failed(verdict.error);
  const now = settings.clock.now();
  creations.count(request.address, now);
  const grant = { principal: host, room, role: 'host', rev: verdict.value } as const;
  const issued = await tokens.issue(grant, now);
  // Nobody else has the invite yet, so nothing can have changed about the room.
  const standing: Standing = { role: 'host', refusal: null, mayUnlock: may(settings.roles, 'host', 'lock') };
  const answer: JoinTokenAnswer = { room, principal: host, ...issued, ...standing };
  return { status: 201, body: answer };
}

async function freshRoom({ services }: ApiRequest): Promise<Result<RoomActor>> {
  for (let tries = 1; ; tries += 1) {
    const actor = await services.registry.fresh(newRoomId());
    if (actor.ok || actor.error.code !== 'room-exists' || tries === TRIES) return actor;
  }
}
