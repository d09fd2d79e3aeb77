import type { Room } from '#protocol/room.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import {
  connectionLost,
  connectionResumed,
  mediaStateChanged,
  participantJoined,
  participantLeft,
  participantRenamed,
  participantTakenOver,
} from './evolveParticipant.ts';
import { roleChanged, roomClosed, roomCreated, roomEnded, roomLocked, roomOpened, roomUnlocked } from './evolveRoom.ts';
import { mustFollow } from './mustFollow.ts';

/**
 * The room after the event; `rev` grows by one. The same function runs on the server, in main and in the page. Throws
 * where the event can't follow on the room's state: that is a bug or a damaged log, never an expected failure.
 */
export function evolve(room: Room | null, event: RoomEvent): Room {
  if (event.type === 'room-created') {
    mustFollow(room === null, event, 'the room exists');
    return roomCreated(event);
  }
  mustFollow(room !== null, event, 'there is no room');
  return { ...next(room, event), rev: room.rev + 1 };
}

/** The room after all the events, in order; null only if there is no room and no event. Throws as `evolve` does. */
export function fold(room: Room | null, events: readonly RoomEvent[]): Room | null {
  return events.reduce<Room | null>(evolve, room);
}

type Later = Exclude<RoomEvent, RoomEventOf<'room-created'>>;

function next(room: Room, event: Later): Room {
  switch (event.type) {
    case 'room-opened':
      return roomOpened(room, event);
    case 'participant-joined':
      return participantJoined(room, event);
    case 'participant-taken-over':
      return participantTakenOver(room, event);
    case 'participant-left':
      return participantLeft(room, event);
    case 'connection-lost':
      return connectionLost(room, event);
    case 'connection-resumed':
      return connectionResumed(room, event);
    case 'media-state-changed':
      return mediaStateChanged(room, event);
    case 'participant-renamed':
      return participantRenamed(room, event);
    case 'role-changed':
      return roleChanged(room, event);
    case 'room-locked':
      return roomLocked(room, event);
    case 'room-unlocked':
      return roomUnlocked(room, event);
    case 'room-ended':
      return roomEnded(room, event);
    case 'room-closed':
      return roomClosed(room, event);
  }
}
