import type { Incarnation, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { Role } from '#protocol/roles.ts';
import type { MediaState, Participant, Room } from '#protocol/room.ts';
import type { Target } from '#protocol/session.ts';
import type { RemovedFromRoom } from '#protocol/wire/frame.ts';
import { reasonOf } from '#meeting/reason.ts';
import type { SessionInputOf } from '#meeting/session/input.ts';

export const ROOM = 'kfr-wmbe-tqa' as RoomId;
export const ME = 'participant-me' as ParticipantId;
export const BEN = 'participant-ben' as ParticipantId;
export const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
export const OFF: MediaState = { microphone: false, camera: false, screen: false };

export const TARGET: Target = { server: 'meet.example.org', room: ROOM, hosted: false };

function participant(id: ParticipantId, name: string, role: Role, media: MediaState): Participant {
  return {
    id,
    principal: `principal-of-${id}` as PrincipalId,
    name,
    role,
    media,
    joinedAt: 1,
    connection: 'live',
    lostAt: null,
  };
}

export function room({
  role = 'guest',
  media = OFF,
  alone = false,
}: { readonly role?: Role; readonly media?: MediaState; readonly alone?: boolean } = {}): Room {
  const me = { [ME]: participant(ME, 'Ana', role, media) };
  return {
    id: ROOM,
    incarnation: 'incarnation' as Incarnation,
    rev: 3,
    phase: 'open',
    createdAt: 1,
    openedAt: 1,
    lock: null,
    ending: null,
    inviteHash: 'hash',
    roles: {},
    barred: {},
    participants: alone ? me : { ...me, [BEN]: participant(BEN, 'Ben', 'guest', OFF) },
  };
}

export const welcomed = (of: Parameters<typeof room>[0] = {}): SessionInputOf<'welcomed'> => ({
  type: 'welcomed',
  me: ME,
  incarnation: 'incarnation' as Incarnation,
  room: room(of),
  iceServers: [],
  iceTransportPolicy: 'all',
  clockOffset: 0,
});

export const REMOVAL: RemovedFromRoom = {
  type: 'removed-from-room',
  reason: 'Out of time',
  roomWasEnded: true,
  peerWhoRemoved: { participant: BEN, name: 'Ben' },
  locked: false,
};

export const ended: SessionInputOf<'terminated'> = {
  type: 'terminated',
  reason: reasonOf('REMOVE_ALL'),
  removal: REMOVAL,
  locked: false,
  at: 5,
};
