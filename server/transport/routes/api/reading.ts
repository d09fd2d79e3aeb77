import { everyone } from '#meeting/room/selectors.ts';
import { BarredList, ParticipantList, RoomList, RoomSummary, type WaitingList } from '#protocol/http.ts';
import type { Result } from '#protocol/errors.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';

import { type ApiAnswer, failed, type Route } from '../route.ts';
import { bodilessRoute, type IntegratorRequest, roomOf } from './integrator.ts';

function summaryOf(room: Room): RoomSummary {
  const { id, incarnation, rev, phase, createdAt, openedAt, lock, ending } = room;
  const participants = everyone(room).length;
  return { room: id, incarnation, rev, phase, createdAt, openedAt, lock, ending, participants };
}

/** Answers with what `answer` makes of the room; with `room-not-found` where there is none. */
export async function read(
  request: IntegratorRequest<null>,
  answer: (room: Room) => RoomSummary | ParticipantList | BarredList | WaitingList,
): Promise<ApiAnswer> {
  const actor: Result<{ readonly room: Room | null }> = await roomOf(request);
  if (!actor.ok) return failed(actor.error);
  const { room } = actor.value;
  return room ? { status: 200, body: answer(room) } : failed({ code: 'room-not-found' });
}

export const listRooms: Route = bodilessRoute({
  method: 'GET',
  path: '/v1/api/rooms',
  permission: 'readRooms',
  operation: {
    id: 'apiListRooms',
    summary: 'The rooms in which a meeting is under way.',
    success: { status: 200, description: 'The rooms.', answer: { name: 'RoomList', schema: RoomList } },
    refusals: [],
  },
  handle: async ({ services }) => {
    const body: RoomList = { rooms: services.registry.open().map(summaryOf) };
    return { status: 200, body };
  },
});

export const readRoom: Route = bodilessRoute({
  method: 'GET',
  path: '/v1/api/rooms/{room}',
  permission: 'readRooms',
  operation: {
    id: 'apiReadRoom',
    summary: 'A room as it is, without who is in it.',
    success: { status: 200, description: 'The room.', answer: { name: 'RoomSummary', schema: RoomSummary } },
    refusals: [404],
  },
  handle: (request) => read(request, summaryOf),
});

export const listParticipants: Route = bodilessRoute({
  method: 'GET',
  path: '/v1/api/rooms/{room}/participants',
  permission: 'readRooms',
  operation: {
    id: 'apiListParticipants',
    summary: 'Who is present, in the order in which they came.',
    success: {
      status: 200,
      description: 'The participants.',
      answer: { name: 'ParticipantList', schema: ParticipantList },
    },
    refusals: [404],
  },
  handle: (request) => read(request, (room) => ({ room: room.id, rev: room.rev, participants: [...everyone(room)] })),
});

export const listBarred: Route = bodilessRoute({
  method: 'GET',
  path: '/v1/api/rooms/{room}/barred',
  permission: 'readRooms',
  operation: {
    id: 'apiListBarred',
    summary: 'Who may not come back, by whom and since when.',
    success: { status: 200, description: 'Who is barred.', answer: { name: 'BarredList', schema: BarredList } },
    refusals: [404],
  },
  handle: (request) => read(request, ({ id: room, rev, barred }) => ({ room, rev, barred: entriesOf(barred) })),
});

const entriesOf = (barred: Room['barred']): BarredList['barred'] =>
  Object.entries(barred).map(([principal, { name, by, at }]) => ({
    principal: principal as PrincipalId,
    name,
    by,
    at,
  }));
