import type { ParleyError } from '#protocol/errors.ts';
import type { Notice, ParticipantLeftNotice, SwitchFailedNotice } from '#protocol/ipc/notice.ts';
import type { Millis, ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { Exit } from '#protocol/session.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

import { reasonOf } from '../reason.ts';

/**
 * Who else went by these events, in order, by the name they had when they went. `before` is the room that the first
 * event happened to. Ends and closings are not among them: those are told to everybody as their own `meeting-left`.
 */
export function departures(
  before: Room,
  events: readonly RoomEvent[],
  me: ParticipantId,
): readonly ParticipantLeftNotice[] {
  const names = new Map(Object.values(before.participants).map(({ id, name }) => [id, name]));
  const notices: ParticipantLeftNotice[] = [];
  for (const event of events) {
    if (event.type === 'participant-joined') names.set(event.participant.id, event.participant.name);
    if (event.type === 'participant-taken-over' || event.type === 'participant-renamed') {
      names.set(event.participant, event.name);
    }
    if (event.type !== 'participant-left') continue;
    const name = names.get(event.participant);
    names.delete(event.participant);
    if (name === undefined || event.participant === me) continue;
    notices.push({
      type: 'participant-left',
      participantId: event.participant,
      name,
      reason: event.reason,
      at: event.at,
    });
  }
  return notices;
}

/**
 * Who went while nobody told me: they were in the room that I knew and are not in the snapshot that replaced it. Why is
 * unknown and is said so (1007), never passed off as a leave. `mine` are the participants that I am or was.
 */
export function vanished(
  before: Room,
  after: Room,
  mine: ReadonlySet<ParticipantId>,
  at: Millis,
): readonly ParticipantLeftNotice[] {
  return Object.values(before.participants)
    .filter(({ id }) => after.participants[id] === undefined && !mine.has(id))
    .map(({ id, name }) => ({ type: 'participant-left', participantId: id, name, reason: reasonOf('UNKNOWN'), at }));
}

/**
 * What my own exit is told as, once everything is released: the removal, if it was one, then `meeting-left`. After a
 * switch that failed the stay's own `meeting-left` (1005) is out already.
 */
export function exitNotices(exit: Exit): readonly Notice[] {
  const { reason, policy, error, at } = exit;
  if (reason.type === 'SWITCH_ROOM_FAILED' && error !== null) return [switchFailed(error, false, at)];
  const left: Notice = { type: 'meeting-left', reason, ...(policy && { policy }), at };
  return exit.removal === null ? [left] : [exit.removal, left];
}

/** 1104, told about a switch that came to nothing: `stillIn` the meeting that was to be left, or out of both. */
export function switchFailed(error: ParleyError, stillIn: boolean, at: Millis): SwitchFailedNotice {
  return { type: 'switch-failed', reason: reasonOf('SWITCH_ROOM_FAILED'), error, stillIn, at };
}
