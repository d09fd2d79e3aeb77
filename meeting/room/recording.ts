import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { Role } from '#protocol/roles.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import { may } from '../permissions.ts';
import { commit, refuse } from './decision.ts';
import type { Draft } from './draft.ts';
import { required } from './evolveParticipant.ts';
import { mustFollow } from './mustFollow.ts';
import type { Decision } from './order.ts';
import { everyone, mayIn, present, tableOf } from './selectors.ts';

export const isRecording = ({ recordingSince }: Participant): boolean => recordingSince !== undefined;

/** Who records, in the order of the room. */
export function recorders(room: Room): readonly Participant[] {
  return everyone(room).filter(isRecording);
}

/** Everybody may stop what they began, also with the right gone; the room says that it began before it does. */
export function decideSetRecording(
  room: Room,
  { on }: CommandOf<'set-recording'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (on && !mayIn(room, me.id, 'record')) return refuse('forbidden');
  if (isRecording(me) === on) return commit();
  return commit({ type: 'recording-set', participant: me.id, on, at });
}

export function recordingSet(draft: Draft, event: RoomEventOf<'recording-set'>): void {
  const { recordingSince, ...person } = required(draft, event, event.participant);
  mustFollow((recordingSince !== undefined) !== event.on, event, 'it is so already');
  draft.put('participants', person.id, event.on ? { ...person, recordingSince: event.at } : person);
}

/** The participant as they may be in that role: whoever may not record does not. */
export function allowedRecording(room: Room, role: Role, participant: Participant): Participant {
  if (!isRecording(participant) || may(tableOf(room), role, 'record')) return participant;
  const { recordingSince: _stopped, ...rest } = participant;
  return rest;
}
