import type { ParticipantId } from '#protocol/ids.ts';
import type { MediaKind, Participant, Stops } from '#protocol/room.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import type { Draft } from './draft.ts';
import { forgetAsksOf, noteAnswer } from './asks.ts';
import { noteArrival, noteBar, noteDeparture } from './evolveLobby.ts';
import { noteHosts } from './evolveRoom.ts';
import { forgetHandOf } from './hands.ts';
import { forgetSpotlightOn } from './spotlight.ts';
import { isRemoval } from './exits.ts';
import { mustFollow } from './mustFollow.ts';
import { barredEntry, everyone, participantOf, present } from './selectors.ts';

export function participantJoined(draft: Draft, event: RoomEventOf<'participant-joined'>): void {
  const { room } = draft;
  const { participant } = event;
  mustFollow(room.phase === 'open', event, 'the room is not open');
  mustFollow(room.lock === null, event, 'the room is locked');
  mustFollow(barredEntry(room, participant.principal) === null, event, 'the principal is barred');
  mustFollow(participantOf(room, participant.id) === null, event, 'the participant is present');
  mustFollow(present(room, participant.principal) === null, event, 'the principal is present');
  draft.put('participants', participant.id, participant);
  noteArrival(draft, participant.principal);
  if (participant.role === 'host') noteHosts(draft, event.at);
}

/**
 * The other device brings its own name and media, and a live connection; id, role and time of joining stay. What was
 * stopped, or recorded, was the device's that is gone.
 */
export function participantTakenOver(draft: Draft, event: RoomEventOf<'participant-taken-over'>): void {
  const { name, media } = event;
  const { stopped: _stopped, recordingSince: _recorded, ...person } = required(draft, event, event.participant);
  draft.put('participants', person.id, { ...person, name, media, connection: 'live', lostAt: null });
  noteAnswer(draft, person.id, media);
}

/**
 * Being barred costs the role too: somebody who may not come back must not be able to lift the lock from outside. With the
 * last one goes an end that was to come: nobody is there for whom it would.
 */
export function participantLeft(draft: Draft, event: RoomEventOf<'participant-left'>): void {
  const { id, principal, role } = required(draft, event, event.participant);
  draft.drop('participants', id);
  forgetAsksOf(draft, id);
  forgetHandOf(draft, id);
  forgetSpotlightOn(draft, id);
  if (role === 'host') noteHosts(draft, event.at);
  if (draft.room.scheduledEnd && everyone(draft.room).length === 0) draft.set({ scheduledEnd: null });
  noteDeparture(draft, principal, isRemoval(event.reason), event.at);
  if (!event.barred) return;
  draft.put('barred', principal, event.barred);
  noteBar(draft, principal);
  draft.drop('roles', principal);
}

export function connectionLost(draft: Draft, event: RoomEventOf<'connection-lost'>): void {
  change(draft, event, event.participant, { connection: 'lost', lostAt: event.at });
}

export function connectionResumed(draft: Draft, event: RoomEventOf<'connection-resumed'>): void {
  change(draft, event, event.participant, { connection: 'live', lostAt: null });
}

/** Whatever its owner says to be on is stopped no more. */
export function mediaStateChanged(draft: Draft, event: RoomEventOf<'media-state-changed'>): void {
  const { media } = event;
  const { stopped = {}, ...person } = required(draft, event, event.participant);
  const still = Object.entries(stopped).filter(([kind]) => !media[kind as MediaKind]);
  const stops: Stops = Object.fromEntries(still);
  draft.put('participants', person.id, { ...person, media, ...(still.length > 0 && { stopped: stops }) });
  noteAnswer(draft, person.id, media);
}

export function participantRenamed(draft: Draft, event: RoomEventOf<'participant-renamed'>): void {
  change(draft, event, event.participant, { name: event.name });
}

/** A participant is replaced, never changed in place: events and earlier rooms hold the same object. */
function change(draft: Draft, event: RoomEvent, id: ParticipantId, to: Partial<Participant>): void {
  draft.put('participants', id, { ...required(draft, event, id), ...to });
}

/** The participant, whom the event needs. */
export function required(draft: Draft, event: RoomEvent, id: ParticipantId): Participant {
  const participant = participantOf(draft.room, id);
  mustFollow(participant !== null, event, 'the participant is not present');
  return participant;
}
