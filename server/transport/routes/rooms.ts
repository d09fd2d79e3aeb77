import { CreateRoomRequest } from '#protocol/http.ts';

import { sameSecret } from '../../credentials/identity.ts';
import { issueToken } from './issueToken.ts';
import { makeRoom } from './makeRoom.ts';
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

async function create(request: ApiRequest, body: CreateRoomRequest): Promise<ApiAnswer> {
  const { registry, settings, creations } = request.services;
  const actor = await registry.free();
  if (!actor.ok) return failed(actor.error);
  const { host, made } = makeRoom(request.services, actor.value, body);
  const verdict = await made;
  if (!verdict.ok) return failed(verdict.error);
  creations.count(request.address, settings.clock.now());
  // Gone since: somebody else's room of that code is never meant.
  if (actor.value.room === null) return failed({ code: 'room-not-found' });
  return { status: 201, body: await issueToken(request.services, actor.value.room, host) };
}
