import type { ParticipantId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import { mustFollow, without } from './mustFollow.ts';
import { barredEntry, participantOf, present } from './selectors.ts';

export function participantJoined(room: Room, event: RoomEventOf<'participant-joined'>): Room {
  const { participant } = event;
  mustFollow(room.phase === 'open', event, 'the room is not open');
  mustFollow(room.lock === null, event, 'the room is locked');
  mustFollow(barredEntry(room, participant.principal) === null, event, 'the principal is barred');
  mustFollow(participantOf(room, participant.id) === null, event, 'the participant is present');
  mustFollow(present(room, participant.principal) === null, event, 'the principal is present');
  return { ...room, participants: { ...room.participants, [participant.id]: participant } };
}

/** The other device brings its own name and media, and a live connection; id, role and time of joining stay. */
export function participantTakenOver(room: Room, event: RoomEventOf<'participant-taken-over'>): Room {
  const { name, media } = event;
  return changed(room, event, event.participant, { name, media, connection: 'live', lostAt: null });
}

/** Being barred costs the role too: somebody who may not come back must not be able to lift the lock from outside. */
export function participantLeft(room: Room, event: RoomEventOf<'participant-left'>): Room {
  const { principal } = required(room, event, event.participant);
  const participants = without(room.participants, event.participant);
  if (!event.barred) return { ...room, participants };
  const barred = { ...room.barred, [principal]: event.barred };
  return { ...room, participants, barred, roles: without(room.roles, principal) };
}

export function connectionLost(room: Room, event: RoomEventOf<'connection-lost'>): Room {
  return changed(room, event, event.participant, { connection: 'lost', lostAt: event.at });
}

export function connectionResumed(room: Room, event: RoomEventOf<'connection-resumed'>): Room {
  return changed(room, event, event.participant, { connection: 'live', lostAt: null });
}

export function mediaStateChanged(room: Room, event: RoomEventOf<'media-state-changed'>): Room {
  return changed(room, event, event.participant, { media: event.media });
}

export function participantRenamed(room: Room, event: RoomEventOf<'participant-renamed'>): Room {
  return changed(room, event, event.participant, { name: event.name });
}

function changed(room: Room, event: RoomEvent, id: ParticipantId, change: Partial<Participant>): Room {
  const participant = { ...required(room, event, id), ...change };
  return { ...room, participants: { ...room.participants, [id]: participant } };
}

function required(room: Room, event: RoomEvent, id: ParticipantId): Participant {
  const participant = participantOf(room, id);
  mustFollow(participant !== null, event, 'the participant is not present');
  return participant;
}
