import type { CommandId, Incarnation, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';

export const ROOM = 'abc-defg-hij' as RoomId;
export const OTHER_ROOM = 'xyz-wvut-srq' as RoomId;
export const HOST = 'principal-of-host' as PrincipalId;

export const created = (room = ROOM): RoomEventOf<'room-created'> => ({
  type: 'room-created',
  room,
  host: HOST,
  inviteHash: 'hash',
  at: 1,
});

export const opened = (incarnation = 'incarnation-1'): RoomEventOf<'room-opened'> => ({
  type: 'room-opened',
  incarnation: incarnation as Incarnation,
  at: 2,
});

export const joined = (id: string): RoomEventOf<'participant-joined'> => ({
  type: 'participant-joined',
  participant: {
    id: id as ParticipantId,
    principal: HOST,
    name: 'Ana “Ω” 🦊',
    role: 'host',
    media: { microphone: true, camera: false, screen: false },
    joinedAt: 3,
    connection: 'live',
    lostAt: null,
  },
  at: 3,
});

/** Nested deeper than any other event. */
export const rolesDefined = (): RoomEventOf<'roles-defined'> => ({
  type: 'roles-defined',
  roleTable: { host: { permissions: ['endRoom', 'changeRole', 'lock'] }, guest: { permissions: [] } },
  speakers: null,
  at: 3,
});

export const locked = (): RoomEventOf<'room-locked'> => ({ type: 'room-locked', by: null, at: 4 });
export const closed = (): RoomEventOf<'room-closed'> => ({ type: 'room-closed', at: 5 });

export const ended = (): RoomEventOf<'room-ended'> => ({
  type: 'room-ended',
  ending: { cause: 'api', by: null, note: '', locked: false, at: 6 },
});

export const said = (at: number, sealed?: string): RoomEventOf<'chat-said'> => ({
  type: 'chat-said',
  message: `c-${at}` as CommandId,
  by: { participant: 'participant-1' as ParticipantId, name: 'Ana' },
  principal: HOST,
  ...(sealed !== undefined && { sealed }),
  at,
});
