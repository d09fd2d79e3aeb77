import { UnlockRequest } from '#protocol/http.ts';
import type { CommandId, RoomId } from '#protocol/ids.ts';

import { principalOf } from '../../credentials/identity.ts';
import { randomToken } from '../../credentials/random.ts';
import { submitRequest } from '../../rooms/tasks/requestTask.ts';
import { countFailure, failed, parseBody, type Route, tooManyFailures } from './route.ts';

export const unlockRoom: Route = {
  method: 'POST',
  path: '/v1/rooms/{room}/unlock',
  operation: {
    id: 'unlockRoom',
    summary: 'Lift the lock from outside, as somebody whose role holds `lock`.',
    access: 'anyone',
    body: { name: 'UnlockRequest', schema: UnlockRequest },
    success: { status: 204, description: 'Unlocked.', answer: null },
    refusals: [404, 409, 429],
  },
  handle: async (request) => {
    const refusal = tooManyFailures(request);
    if (refusal) return failed(refusal);
    const body = parseBody(UnlockRequest, request.body);
    if (!body.ok) return failed(body.error);
    const id = request.groups.room as RoomId;
    const actor = await request.services.registry.find(id);
    if (!actor.ok) {
      if (actor.error.code === 'room-not-found') countFailure(request);
      return failed(actor.error);
    }
    const principal = principalOf(id, body.value.identity);
    const verdict = await submitRequest(actor.value, (_room, at) => ({
      by: { kind: 'principal', principal },
      at,
      command: { type: 'unlock', id: randomToken(12) as CommandId },
    }));
    if (verdict.ok) return { status: 204, body: null };
    if (verdict.error.code === 'forbidden') countFailure(request);
    return failed(verdict.error);
  },
};
