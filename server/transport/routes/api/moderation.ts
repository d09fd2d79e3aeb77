import type { ServerOrder } from '#meeting/room/order.ts';
import { ApiEndRequest, ApiRemoveRequest, ApiSpeakerLimitRequest } from '#protocol/http.ts';
import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';

import { submitApiOrder } from '../../../rooms/tasks/apiTask.ts';
import { type ApiAnswer, failed, type Route } from '../route.ts';
import { bodilessRoute, type IntegratorRequest, integratorRoute, reused, roomOf } from './integrator.ts';

/** Carries the order out: 204, also for the same request again. */
export async function moderate(request: IntegratorRequest<unknown>, order: ServerOrder): Promise<ApiAnswer> {
  const actor = await roomOf(request);
  if (!actor.ok) return failed(actor.error);
  const call = {
    caller: request.key.name,
    idempotencyKey: request.idempotencyKey,
    request: JSON.stringify([request.groups.room, order]),
  };
  const outcome = await submitApiOrder(actor.value, call, order);
  if (outcome === 'reused') return reused;
  return outcome.ok ? { status: 204, body: null } : failed(outcome.error);
}

/** What an order that was carried out is answered with. */
export const done = (description: string) => ({ status: 204, description, answer: null }) as const;

export const endRoom: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/end',
  permission: 'moderate',
  body: { name: 'ApiEndRequest', schema: ApiEndRequest },
  operation: {
    id: 'apiEndRoom',
    summary: 'End the meeting for everybody (1009).',
    description: 'With `lock`, nobody can join until the room is unlocked. Also where nobody is in the room.',
    idempotent: true,
    success: done('Ended.'),
    refusals: [404, 409],
  },
  handle: (request) => moderate(request, { type: 'end-by-api', note: request.body.reason, lock: request.body.lock }),
});

export const removeParticipant: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/participants/{participant}/remove',
  permission: 'moderate',
  body: { name: 'ApiRemoveRequest', schema: ApiRemoveRequest },
  operation: {
    id: 'apiRemoveParticipant',
    summary: 'Put one participant out (1010).',
    description: 'With `bar`, for good. Every token and session of theirs is dead from then on.',
    idempotent: true,
    success: done('Removed.'),
    refusals: [404, 409],
  },
  handle: (request) => {
    const { reason: note, bar } = request.body;
    const participant = request.groups.participant as ParticipantId;
    return moderate(request, { type: 'remove-by-api', participant, note, bar });
  },
});

export const limitSpeakers: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/speaker-limit',
  permission: 'moderate',
  body: { name: 'ApiSpeakerLimitRequest', schema: ApiSpeakerLimitRequest },
  operation: {
    id: 'apiLimitSpeakers',
    summary: 'Say how many may send at once, and put out whoever is too many (1004).',
    description:
      'Hosts count and stay; of the others the newest go, who may come back as viewers. With null, as the server is configured.',
    idempotent: true,
    success: done('The limit holds.'),
    refusals: [404, 409],
  },
  handle: (request) => moderate(request, { type: 'set-speaker-limit', limit: request.body.limit }),
});

export const unbarPrincipal: Route = bodilessRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/barred/{principal}/unbar',
  permission: 'moderate',
  operation: {
    id: 'apiUnbar',
    summary: 'Let somebody who was barred back in.',
    description: 'With new tokens, and as a guest: what they were issued before stays dead.',
    idempotent: true,
    success: done('They may come back.'),
    refusals: [404, 409],
  },
  handle: (request) => moderate(request, { type: 'unbar-by-api', principal: request.groups.principal as PrincipalId }),
});

export const lockRoom: Route = bodilessRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/lock',
  permission: 'moderate',
  operation: {
    id: 'apiLockRoom',
    summary: 'Let nobody new in.',
    idempotent: true,
    success: done('Locked.'),
    refusals: [404, 409],
  },
  handle: (request) => moderate(request, { type: 'lock-by-api' }),
});

export const unlockRoomByApi: Route = bodilessRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/unlock',
  permission: 'moderate',
  operation: {
    id: 'apiUnlockRoom',
    summary: 'Lift the lock.',
    idempotent: true,
    success: done('Unlocked.'),
    refusals: [404, 409],
  },
  handle: (request) => moderate(request, { type: 'unlock-by-api' }),
});
