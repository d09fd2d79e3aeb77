import type { Room } from '#protocol/room.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import { chatSaid } from './chatPace.ts';
import { Draft } from './draft.ts';
import {
  handLowered,
  handRaised,
  mediaStopped,
  spotlightSet,
  unmuteAsked,
  unmuteDeclined,
} from './evolveModeration.ts';
import {
  connectionLost,
  connectionResumed,
  mediaStateChanged,
  participantJoined,
  participantLeft,
  participantRenamed,
  participantTakenOver,
} from './evolveParticipant.ts';
import { knockAnswered, knocked, knockWithdrawn, lobbySet, principalBarred } from './evolveLobby.ts';
import { endCancelled, endScheduled, roomClosed, roomEnded } from './evolveEnd.ts';
import { roleChanged, rolesDefined, speakerLimitSet } from './evolveRoles.ts';
import { principalUnbarred, roomCreated, roomLocked, roomOpened, roomUnlocked } from './evolveRoom.ts';
import { shareAnswered, shareAsked, shareAskWithdrawn } from './evolveShare.ts';
import { mustFollow } from './mustFollow.ts';
import { recordingSet } from './recording.ts';
import { followShare } from './sharing.ts';

/**
 * The room after the event; `rev` grows by one, and `room` stays as it was. The same function runs on the server, in
 * main and in the page. Throws where the event can't follow on the room's state: that is a bug or a damaged log, never
 * an expected failure.
 */
export function evolve(room: Room | null, event: RoomEvent): Room {
  return write(room && new Draft(room), event).room;
}

/**
 * The room after all the events, in order; null only if there is no room and no event. The same as evolving event by
 * event, at the cost of one copy. Throws as `evolve` does.
 */
export function fold(room: Room, events: readonly RoomEvent[]): Room;
export function fold(room: Room | null, events: readonly RoomEvent[]): Room | null;
export function fold(room: Room | null, events: readonly RoomEvent[]): Room | null {
  if (events.length === 0) return room;
  return events.reduce<Draft | null>(write, room && new Draft(room))?.room ?? null;
}

/**
 * Writes the event into the draft, in place, and gives it back; makes it where there is none. For whoever decides many
 * orders one after the other before any of them counts. Throws as `evolve` does.
 */
export function write(draft: Draft | null, event: RoomEvent): Draft {
  if (event.type === 'room-created') {
    mustFollow(draft === null, event, 'the room exists');
    return new Draft(roomCreated(event));
  }
  mustFollow(draft !== null, event, 'there is no room');
  writeLater(draft, event);
  followShare(draft, event.type === 'room-ended' ? event.ending.at : event.at);
  draft.set({ rev: draft.room.rev + 1 });
  return draft;
}

type Later = Exclude<RoomEvent, RoomEventOf<'room-created'>>;

function writeLater(draft: Draft, event: Later): void {
  switch (event.type) {
    case 'room-opened':
      return roomOpened(draft, event);
    case 'participant-joined':
      return participantJoined(draft, event);
    case 'participant-taken-over':
      return participantTakenOver(draft, event);
    case 'participant-left':
      return participantLeft(draft, event);
    case 'connection-lost':
      return connectionLost(draft, event);
    case 'connection-resumed':
      return connectionResumed(draft, event);
    case 'media-state-changed':
      return mediaStateChanged(draft, event);
    case 'media-stopped':
      return mediaStopped(draft, event);
    case 'unmute-asked':
      return unmuteAsked(draft, event);
    case 'unmute-declined':
      return unmuteDeclined(draft, event);
    case 'share-asked':
      return shareAsked(draft, event);
    case 'share-ask-withdrawn':
      return shareAskWithdrawn(draft, event);
    case 'share-answered':
      return shareAnswered(draft, event);
    case 'participant-renamed':
      return participantRenamed(draft, event);
    case 'role-changed':
      return roleChanged(draft, event);
    case 'principal-unbarred':
      return principalUnbarred(draft, event);
    case 'roles-defined':
      return rolesDefined(draft, event);
    case 'speaker-limit-set':
      return speakerLimitSet(draft, event);
    case 'room-locked':
      return roomLocked(draft, event);
    case 'room-unlocked':
      return roomUnlocked(draft, event);
    case 'end-scheduled':
      return endScheduled(draft, event);
    case 'end-cancelled':
      return endCancelled(draft, event);
    case 'room-ended':
      return roomEnded(draft, event);
    case 'room-closed':
      return roomClosed(draft, event);
    case 'lobby-set':
      return lobbySet(draft, event);
    case 'knocked':
      return knocked(draft, event);
    case 'knock-withdrawn':
      return knockWithdrawn(draft, event);
    case 'knock-answered':
      return knockAnswered(draft, event);
    case 'principal-barred':
      return principalBarred(draft, event);
    case 'hand-raised':
      return handRaised(draft, event);
    case 'hand-lowered':
      return handLowered(draft, event);
    case 'spotlight-set':
      return spotlightSet(draft, event);
    case 'recording-set':
      return recordingSet(draft, event);
    case 'chat-said':
      return chatSaid(draft, event);
    case 'unseen':
      return;
  }
}
