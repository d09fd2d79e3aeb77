import type { Incarnation, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { Exit, Session, SessionPhase, Target } from '#protocol/session.ts';
import type { RemovedFromRoom } from '#protocol/wire/frame.ts';
import type { SessionInputOf } from '#meeting/session/input.ts';
import { reasonOf } from '#meeting/reason.ts';

export const AT = 1_700_000_000_000;
export const ANA = 'ana-00000001' as ParticipantId;
export const BEN = 'ben-00000001' as ParticipantId;
export const INCARNATION = 'incarnation-1' as Incarnation;

export const target: Target = { server: 'example.org', room: 'abc-defg-hij' as RoomId, hosted: false };
export const elsewhere: Target = { server: 'example.org', room: 'xyz-wvut-srq' as RoomId, hosted: false };

export const room: Room = {
  id: target.room,
  incarnation: INCARNATION,
  rev: 7,
  phase: 'open',
  createdAt: AT,
  openedAt: AT,
  lock: null,
  ending: null,
  inviteHash: 'hash',
  roles: {},
  barred: {},
  participants: Object.fromEntries(
    [ANA, BEN].map((id) => [
      id,
      {
        id,
        principal: `principal-${id}` as PrincipalId,
        name: id === ANA ? 'Ana' : 'Ben',
        role: 'guest',
        media: { microphone: false, camera: false, screen: false },
        joinedAt: AT,
        connection: 'live',
        lostAt: null,
      },
    ]),
  ),
};

const inside = {
  target,
  me: ANA,
  incarnation: INCARNATION,
  room,
  iceServers: [],
  iceTransportPolicy: 'all',
  clockOffset: 0,
} as const;

const exit: Exit = {
  reason: reasonOf('MANUAL_LEAVE_CALLED'),
  removal: null,
  error: null,
  mine: true,
  mayRejoin: true,
  at: AT,
  released: false,
};

/** One session of each phase, and of each kind of `over` and `joining`. */
export const sessions = {
  idle: { phase: 'idle' },
  preview: { phase: 'preview', target, role: null, refusal: null, mayUnlock: false },
  joining: { phase: 'joining', target, role: null, attempt: 1 },
  joined: { phase: 'joined', ...inside },
  reconnecting: { phase: 'reconnecting', since: AT, attempt: 1, ...inside },
  over: { phase: 'over', target, exit },
  released: { phase: 'over', target, exit: { ...exit, released: true } },
  /** Left for another meeting, and on the way into it. */
  switched: { phase: 'over', target, exit: { ...exit, reason: reasonOf('SWITCH_ROOM'), released: true } },
  crossing: {
    phase: 'joining',
    target: elsewhere,
    role: null,
    attempt: 1,
    switchedFrom: { target, mayRejoin: true },
  },
} as const satisfies Record<SessionPhase | 'released' | 'switched' | 'crossing', Session>;

export const removal: RemovedFromRoom = {
  type: 'removed-from-room',
  reason: 'enough for today',
  roomWasEnded: false,
  peerWhoRemoved: { participant: BEN, name: 'Ben' },
  locked: false,
};

export const ending: RemovedFromRoom = { ...removal, roomWasEnded: true };

export const welcomed: SessionInputOf<'welcomed'> = { type: 'welcomed', ...inside, clockOffset: 40 };

export const terminated = (more: Partial<SessionInputOf<'terminated'>> = {}): SessionInputOf<'terminated'> => ({
  type: 'terminated',
  reason: reasonOf('REMOVE_PEER'),
  removal,
  locked: false,
  at: AT + 1,
  ...more,
});
