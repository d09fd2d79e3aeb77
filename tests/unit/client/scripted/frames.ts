import type { ErrorCode } from '#protocol/errors.ts';
import type { Incarnation, ParticipantId, PrincipalId, RoomId, SessionId } from '#protocol/ids.ts';
import { REASONS, type Reason, type ReasonType } from '#protocol/reasons.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { EventsFrame, MeetingLeft, Refused, RemovedFromRoom, Welcome } from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';

export const SERVER = '127.0.0.1:4100';
export const ROOM_ID = 'abc-defg-hij' as RoomId;
export const SECRET = 'c2VjcmV0IG9mIGFuIGludml0ZSBpbiBhIHRlc3QgISE';
export const INCARNATION = 'incarnation-1' as Incarnation;
export const ANA = 'ana-00000001' as ParticipantId;
export const BEN = 'ben-00000001' as ParticipantId;
export const CLEO = 'cleo-0000001' as ParticipantId;
export const AT = 1_700_000_000_000;

export const TOKEN_ANSWER = {
  room: ROOM_ID,
  principal: 'principal-of-ana-00001',
  token: 'header.claims.signature',
  expiresAt: AT + 300_000,
  role: 'guest',
  refusal: null,
  mayUnlock: false,
};

export function participant(id: ParticipantId, name: string, more: Partial<Participant> = {}): Participant {
  return {
    id,
    principal: `principal-of-${id}` as PrincipalId,
    name,
    role: 'guest',
    media: { microphone: true, camera: false, screen: false },
    joinedAt: AT,
    connection: 'live',
    lostAt: null,
    ...more,
  };
}

export function room(more: Partial<Room> = {}, people = [participant(ANA, 'Ana'), participant(BEN, 'Ben')]): Room {
  return {
    id: ROOM_ID,
    incarnation: INCARNATION,
    rev: 10,
    phase: 'open',
    createdAt: AT,
    openedAt: AT,
    lock: null,
    ending: null,
    inviteHash: 'hash',
    roles: {},
    barred: {},
    participants: Object.fromEntries(people.map((person) => [person.id, person])),
    ...more,
  };
}

/** 43 characters, a different one for each name. */
export const resumeToken = (name: string): string => name.padEnd(43, '-');

export function welcome(more: Partial<Welcome> = {}): Welcome {
  return {
    type: 'welcome',
    sessionId: 'session-0001' as SessionId,
    participantId: ANA,
    incarnation: INCARNATION,
    rev: 10,
    snapshot: room(),
    resumeToken: resumeToken('first'),
    iceServers: [],
    limits: DEFAULT_LIMITS,
    serverTime: AT,
    ...more,
  };
}

export function events(rev: number, ...list: readonly RoomEvent[]): EventsFrame {
  return { type: 'events', incarnation: INCARNATION, rev, events: [...list] };
}

export function refused(code: ErrorCode, more: Partial<Refused> = {}): Refused {
  return { type: 'refused', code, message: `refused: ${code}`, ...more };
}

export function reason(type: ReasonType): Reason {
  return { type, ...REASONS[type] };
}

export function meetingLeft(type: ReasonType, at = AT + 5): MeetingLeft {
  return { type: 'meeting-left', reason: reason(type), at };
}

export function removed(more: Partial<RemovedFromRoom> = {}): RemovedFromRoom {
  return {
    type: 'removed-from-room',
    reason: 'enough',
    roomWasEnded: false,
    peerWhoRemoved: { participant: BEN, name: 'Ben' },
    locked: false,
    ...more,
  };
}

export const joined = (id: ParticipantId, name: string): RoomEvent => ({
  type: 'participant-joined',
  participant: participant(id, name),
  at: AT,
});

export const renamed = (id: ParticipantId, name: string): RoomEvent => ({
  type: 'participant-renamed',
  participant: id,
  name,
  at: AT,
});

export const left = (id: ParticipantId, type: ReasonType = 'MANUAL_LEAVE_CALLED'): RoomEvent => ({
  type: 'participant-left',
  participant: id,
  reason: reason(type),
  by: null,
  note: '',
  barred: null,
  at: AT + 3,
});
