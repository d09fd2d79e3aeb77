import { everyoneWaiting, isLobbyOn } from '#meeting/room/lobby.ts';
import { ApiAdmitRequest, ApiLobbyRequest, ApiRefuseEntryRequest, WaitingList } from '#protocol/http.ts';

import type { Route } from '../route.ts';
import { bodilessRoute, integratorRoute } from './integrator.ts';
import { done, moderate } from './moderation.ts';
import { read } from './reading.ts';

export const setLobby: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/lobby',
  permission: 'moderate',
  body: { name: 'ApiLobbyRequest', schema: ApiLobbyRequest },
  operation: {
    id: 'apiSetLobby',
    summary: 'Have whoever comes wait to be let in, or nobody.',
    description: 'To switch it off lets in all who wait, but those who are barred and ask to come back.',
    idempotent: true,
    success: done('Set.'),
    refusals: [404, 409],
  },
  handle: (request) => moderate(request, { type: 'set-lobby-by-api', on: request.body.on }),
});

export const listWaiting: Route = bodilessRoute({
  method: 'GET',
  path: '/v1/api/rooms/{room}/waiting',
  permission: 'readRooms',
  operation: {
    id: 'apiListWaiting',
    summary: 'Who waits to be let in, the first first.',
    success: { status: 200, description: 'Who waits.', answer: { name: 'WaitingList', schema: WaitingList } },
    refusals: [404],
  },
  handle: (request) =>
    read(request, (room): WaitingList => ({
      room: room.id,
      rev: room.rev,
      lobby: isLobbyOn(room),
      waiting: [...everyoneWaiting(room)],
    })),
});

export const admitByApi: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/waiting/admit',
  permission: 'moderate',
  body: { name: 'ApiAdmitRequest', schema: ApiAdmitRequest },
  operation: {
    id: 'apiAdmit',
    summary: 'Let in who waits: one, or all but those who are barred.',
    description: 'To let in somebody barred, who asks to come back, lifts the bar.',
    idempotent: true,
    success: done('Let in.'),
    refusals: [404, 409],
  },
  handle: (request) => moderate(request, { type: 'admit-by-api', principal: request.body.principal }),
});

export const refuseEntryByApi: Route = integratorRoute({
  method: 'POST',
  path: '/v1/api/rooms/{room}/waiting/refuse',
  permission: 'moderate',
  body: { name: 'ApiRefuseEntryRequest', schema: ApiRefuseEntryRequest },
  operation: {
    id: 'apiRefuseEntry',
    summary: 'Do not let somebody in who waits.',
    description: 'With `bar`, for good.',
    idempotent: true,
    success: done('Not let in.'),
    refusals: [404, 409],
  },
  handle: (request) => {
    const { principal, reason: note, bar } = request.body;
    return moderate(request, { type: 'refuse-entry-by-api', principal, note, bar });
  },
});
