import type { Incarnation, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { Session, SessionIn, Target } from '#protocol/session.ts';

/** When everything on the stage happens. */
export const NOW = Date.UTC(2026, 10, 20, 14, 30);

export const ROOM = 'kfr-wmbe-tqa' as RoomId;
export const HERE: Target = { server: '127.0.0.1:46011', room: ROOM, hosted: true };
export const THERE: Target = { server: 'meet.example.org', room: ROOM, hosted: false };

const NAMES = [
  'Ana Ferreira',
  'Ben Okafor',
  'Chloé Martin',
  'Daisuke Mori',
  'Élodie van der Berg-Castellanos',
  'Farah Siddiqui',
  'Goran Petrović',
  'Hanna Lindqvist',
  'Iker',
  '山田 太郎',
  'Jamila Haddad',
  'Kofi Mensah',
  'Lucía Romero',
  'Mats Holm',
  'Noor Bakker',
  'Oskar Wiśniewski',
  'Priya Raman',
];

/** The nth of as many people as are wanted; the first is Ana. */
export const nameOf = (index: number): string =>
  NAMES[index] ?? `${NAMES[index % NAMES.length]?.split(' ')[0] ?? ''} ${Math.floor(index / NAMES.length) + 1}`;

export const idOf = (index: number): ParticipantId => `participant-${String(index).padStart(3, '0')}` as ParticipantId;

export const ME = idOf(0);

/** Somebody present: a guest with microphone and camera on, unless it is said otherwise. */
export function person(index: number, but: Partial<Participant> = {}): Participant {
  return {
    id: idOf(index),
    principal: `principal-${index}` as PrincipalId,
    name: nameOf(index),
    role: 'guest',
    media: { microphone: true, camera: true, screen: false },
    joinedAt: NOW - 600_000 + index * 1000,
    connection: 'live',
    lostAt: null,
    ...but,
  };
}

/** An open room with these people in it. */
export function roomOf(people: readonly Participant[], but: Partial<Room> = {}): Room {
  return {
    id: ROOM,
    incarnation: 'incarnation-1' as Incarnation,
    rev: people.length + 2,
    phase: 'open',
    createdAt: NOW - 700_000,
    openedAt: NOW - 754_000,
    lock: null,
    ending: null,
    inviteHash: 'A'.repeat(43),
    roles: Object.fromEntries(people.filter(({ role }) => role === 'host').map(({ principal }) => [principal, 'host'])),
    barred: {},
    participants: Object.fromEntries(people.map((participant) => [participant.id, participant])),
    ...but,
  };
}

/** A session inside that room, as the first person. */
export function joined(people: readonly Participant[], but: Partial<SessionIn<'joined'>> = {}): SessionIn<'joined'> {
  return {
    phase: 'joined',
    target: HERE,
    me: ME,
    incarnation: 'incarnation-1' as Incarnation,
    room: roomOf(people),
    iceServers: [],
    iceTransportPolicy: 'all',
    clockOffset: 0,
    ...but,
  };
}

/** The same, with the connection lost. */
export function reconnecting(session: SessionIn<'joined'>, attempt = 2): Session {
  return { ...session, phase: 'reconnecting', since: NOW - 4000, attempt };
}
