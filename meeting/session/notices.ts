import type { ParleyError } from '#protocol/errors.ts';
import type { Notice, ParticipantLeftNotice, RoleChangedNotice, SwitchFailedNotice } from '#protocol/ipc/notice.ts';
import type { Millis, ParticipantId } from '#protocol/ids.ts';
import type { Reason } from '#protocol/reasons.ts';
import type { RoleTable } from '#protocol/roles.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { Exit } from '#protocol/session.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';

import { isSpeaking, permissionsOf } from '../permissions.ts';
import { reasonOf } from '../reason.ts';
import { tableOf } from '../room/selectors.ts';

/**
 * Who else went by these events, and whose role changed, in order, by the names they had then. Whoever moves between
 * speaker and viewer goes (1003) and is back in the same step. `before` is the room that the first event happened to.
 * Ends and closings are not among them: those are told to everybody as their own `meeting-left`.
 */
export function departures(
  before: Room,
  events: readonly RoomEvent[],
  me: ParticipantId,
): readonly (ParticipantLeftNotice | RoleChangedNotice)[] {
  const people = new Map(
    Object.values(before.participants).map(({ id, name, principal }) => [id, { name, principal }]),
  );
  let table = tableOf(before);
  const notices: (ParticipantLeftNotice | RoleChangedNotice)[] = [];
  for (const event of events) {
    if (event.type === 'participant-joined') people.set(event.participant.id, event.participant);
    if (event.type === 'participant-taken-over' || event.type === 'participant-renamed') {
      rename(people, event.participant, event.name);
    }
    if (event.type === 'roles-defined') table = event.roleTable;
    if (event.type === 'role-changed') notices.push(...roleNotices(people, table, event, me));
    if (event.type !== 'participant-left') continue;
    const { participant, reason, toLobby, at } = event;
    const person = people.get(participant);
    people.delete(participant);
    if (person && participant !== me) {
      notices.push({ ...gone(participant, person.name, reason, at), ...(toLobby && { toLobby }) });
    }
  }
  return notices;
}

type People = Map<ParticipantId, Pick<Participant, 'name' | 'principal'>>;

function rename(people: People, id: ParticipantId, name: string): void {
  const person = people.get(id);
  if (person) people.set(id, { ...person, name });
}

function gone(participantId: ParticipantId, name: string, reason: Reason, at: Millis): ParticipantLeftNotice {
  return { type: 'participant-left', participantId, name, reason, at };
}

function roleNotices(
  people: People,
  table: RoleTable,
  { principal, role, reason, by, at }: RoomEventOf<'role-changed'>,
  me: ParticipantId,
): readonly (ParticipantLeftNotice | RoleChangedNotice)[] {
  const [id, person] = [...people].find(([, candidate]) => candidate.principal === principal) ?? [];
  if (id === undefined || person === undefined) return [];
  const mode = isSpeaking(permissionsOf(table, role)) ? 'speaker' : 'viewer';
  const { name } = person;
  const changed: RoleChangedNotice = { type: 'role-changed', participantId: id, name, role, mode, by, at };
  return reason && id !== me ? [gone(id, name, reason, at), changed] : [changed];
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
