import type { Room } from '#protocol/room.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import { mustFollow, without } from './mustFollow.ts';
import { barredEntry, participantOf, present } from './selectors.ts';

export function roomCreated(event: RoomEventOf<'room-created'>): Room {
  return {
    id: event.room,
    incarnation: null,
    rev: 1,
    phase: 'new',
    createdAt: event.at,
    openedAt: null,
    lock: null,
    ending: null,
    inviteHash: event.inviteHash,
    roles: { [event.host]: 'host' },
    barred: {},
    participants: {},
  };
}

/** Roles, bars and the last ending outlive incarnations. */
export function roomOpened(room: Room, event: RoomEventOf<'room-opened'>): Room {
  mustFollow(room.phase !== 'open', event, 'the room is open');
  mustFollow(room.lock === null, event, 'the room is locked');
  mustFollow(room.incarnation !== event.incarnation, event, 'that incarnation is over');
  return { ...room, phase: 'open', incarnation: event.incarnation, openedAt: event.at, participants: {} };
}

export function roleChanged(room: Room, event: RoomEventOf<'role-changed'>): Room {
  mustFollow(barredEntry(room, event.principal) === null, event, 'the principal is barred');
  const unnamed = without(room.roles, event.principal);
  // Whoever is not named is a guest: one state, one form.
  const roles = event.role === 'guest' ? unnamed : { ...unnamed, [event.principal]: event.role };
  const participant = present(room, event.principal);
  if (!participant) return { ...room, roles };
  const participants = { ...room.participants, [participant.id]: { ...participant, role: event.role } };
  return { ...room, roles, participants };
}

export function roomLocked(room: Room, event: RoomEventOf<'room-locked'>): Room {
  mustFollow(room.lock === null, event, 'the room is locked');
  return { ...room, lock: { by: event.by, at: event.at } };
}

export function roomUnlocked(room: Room, event: RoomEventOf<'room-unlocked'>): Room {
  mustFollow(room.lock !== null, event, 'the room is not locked');
  return { ...room, lock: null };
}

/** Nobody is in it any more. A lock from before stays, with who set it; an unlocked end lifts none. */
export function roomEnded(room: Room, event: RoomEventOf<'room-ended'>): Room {
  const { ending } = event;
  mustFollow(room.phase !== 'ended', event, 'the room is ended');
  mustFollow(
    ending.by === null || participantOf(room, ending.by.participant) !== null,
    event,
    'its doer is not present',
  );
  const lock = room.lock ?? (ending.locked ? { by: ending.by, at: ending.at } : null);
  return { ...room, phase: 'ended', ending, lock, participants: {} };
}

export function roomClosed(room: Room, event: RoomEventOf<'room-closed'>): Room {
  mustFollow(room.phase === 'open', event, 'the room is not open');
  mustFollow(Object.keys(room.participants).length === 0, event, 'somebody is present');
  return { ...room, phase: 'closed' };
}
