import { mayAppeal } from '#meeting/room/lobby.ts';
import { present } from '#meeting/room/selectors.ts';
import { JoinTokenRequest } from '#protocol/http.ts';
import type { PrincipalId, RoomId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import { inviteHashOf, principalOf, sameSecret } from '../../credentials/identity.ts';
import { issueToken, standingHere } from './issueToken.ts';
import { countFailure, failed, JOIN_TOKEN, parseBody, type Route, tooManyFailures } from './route.ts';

export const issueJoinToken: Route = {
  method: 'POST',
  path: '/v1/rooms/{room}/join-tokens',
  operation: {
    id: 'issueJoinToken',
    summary: 'Exchange an invite, or standing in the room, for a join token.',
    access: 'anyone',
    body: { name: 'JoinTokenRequest', schema: JoinTokenRequest },
    success: { status: 200, description: 'A token that lets its bearer ask to be let in.', answer: JOIN_TOKEN },
    refusals: [404, 429],
  },
  handle: async (request) => {
    const refusal = tooManyFailures(request);
    if (refusal) return failed(refusal);
    const body = parseBody(JoinTokenRequest, request.body);
    if (!body.ok) return failed(body.error);
    const { registry } = request.services;
    const id = request.groups.room as RoomId;
    const actor = await registry.find(id);
    if (!actor.ok || actor.value.room === null) {
      if (!actor.ok && actor.error.code === 'room-not-found') countFailure(request);
      return failed(actor.ok ? { code: 'room-not-found' } : actor.error);
    }
    const { room } = actor.value;
    const { identity, inviteKey, appeal = false } = body.value;
    const principal = principalOf(id, identity);
    if (!isInvited(room, principal, inviteKey)) {
      countFailure(request);
      return failed({ code: 'bad-invite' });
    }
    const standing = standingHere(request.services, room, principal);
    if (standing.refusal === 'barred') {
      const mayAsk = mayAppeal(room, principal);
      if (!appeal || !mayAsk) return failed({ code: standing.refusal }, { mayAppeal: mayAsk });
    }
    return { status: 200, body: await issueToken(request.services, room, principal, standing) };
  },
};

/** By the invite's key; without one, by standing: a role of one's own here, or being in the room. */
function isInvited(room: Room, principal: PrincipalId, inviteKey: string | undefined): boolean {
  if (inviteKey !== undefined) return sameSecret(inviteHashOf(inviteKey), room.inviteHash);
  return Object.hasOwn(room.roles, principal) || present(room, principal) !== null;
}
