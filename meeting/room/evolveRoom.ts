import type { Millis } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import type { Draft } from './draft.ts';
import { dismissWaiting, noteUnbar } from './evolveLobby.ts';
import { mustFollow } from './mustFollow.ts';
import { barredEntry, hosts } from './selectors.ts';

export function roomCreated(event: RoomEventOf<'room-created'>): Room {
  return {
    id: event.room,
    incarnation: null,
    rev: 1,
    phase: 'new',
    createdAt: event.at,
    openedAt: null,
    hostlessSince: null,
    lock: null,
    ending: null,
    scheduledEnd: null,
    cancelledEnd: null,
    inviteHash: event.inviteHash,
    roles: { [event.host]: 'host' },
    barred: {},
    lobby: null,
    waiting: {},
    turnedAway: {},
    appealed: {},
    known: {},
    participants: {},
    asks: [],
    hands: [],
    shareAsk: null,
    spotlight: null,
    chatPace: { room: 0, people: {} },
  };
}

/** Roles, bars and the last ending outlive incarnations. */
export function roomOpened(draft: Draft, event: RoomEventOf<'room-opened'>): void {
  mustFollow(draft.room.phase !== 'open', event, 'the room is open');
  mustFollow(draft.room.lock === null, event, 'the room is locked');
  mustFollow(draft.room.incarnation !== event.incarnation, event, 'that incarnation is over');
  const { incarnation, at } = event;
  draft.set({ phase: 'open', incarnation, openedAt: at, hostlessSince: at, cancelledEnd: null });
  draft.clear('participants');
  draft.clear('turnedAway');
}

export function principalUnbarred(draft: Draft, event: RoomEventOf<'principal-unbarred'>): void {
  mustFollow(barredEntry(draft.room, event.principal) !== null, event, 'the principal is not barred');
  draft.drop('barred', event.principal);
  noteUnbar(draft, event.principal);
}

export function roomLocked(draft: Draft, event: RoomEventOf<'room-locked'>): void {
  mustFollow(draft.room.lock === null, event, 'the room is locked');
  draft.set({ lock: { by: event.by, at: event.at } });
  dismissWaiting(draft);
}

export function roomUnlocked(draft: Draft, event: RoomEventOf<'room-unlocked'>): void {
  mustFollow(draft.room.lock !== null, event, 'the room is not locked');
  draft.set({ lock: null });
}

/** Somebody became host or is none any more: writes down since when the room is without one. */
export function noteHosts(draft: Draft, at: Millis): void {
  const { room } = draft;
  const hostless = hosts(room).length === 0;
  draft.set({ hostlessSince: hostless ? (room.hostlessSince ?? at) : null });
}
