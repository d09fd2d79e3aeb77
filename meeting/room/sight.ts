import type { ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import { mayIn } from './selectors.ts';

/** How much of the lobby a participant sees: nothing, who waits, or also who is barred and asks to come back. */
export type Sight = 'nothing' | 'knocks' | 'all';

/** Who lets people in sees who waits; who also removes people sees who asks to come back. */
export function sightOf(room: Room, participant: ParticipantId): Sight {
  if (!mayIn(room, participant, 'admit')) return 'nothing';
  return mayIn(room, participant, 'removeOthers') ? 'all' : 'knocks';
}

/** Whether a sight may change by the event: then only a whole room shows what was not seen before, or hides what was. */
export function changesSight(event: RoomEvent, principal: PrincipalId): boolean {
  return isAboutSight(event) && (event.type === 'roles-defined' || event.principal === principal);
}

/** Whether anybody's sight may change by the event. */
export function isAboutSight(event: RoomEvent): event is RoomEventOf<'roles-defined' | 'role-changed'> {
  return event.type === 'roles-defined' || event.type === 'role-changed';
}

const OF_KNOCKS = ['knocked', 'knock-withdrawn', 'knock-answered'] as const satisfies readonly RoomEvent['type'][];

/** Whether the event is one that not everybody sees. */
export function isVeiled(event: RoomEvent): event is RoomEventOf<(typeof OF_KNOCKS)[number]> {
  return OF_KNOCKS.some((type) => type === event.type);
}

/** The event as somebody of that sight is told of it: in its place, so that no number is missing. */
export function eventSeen(event: RoomEvent, sight: Sight): RoomEvent {
  if (sight === 'all' || !isVeiled(event)) return event;
  return sight === 'knocks' && event.appeal === undefined ? event : { type: 'unseen', at: event.at };
}

/** The room as somebody of that sight is told of it. The same object where there is nothing to hide. */
export function roomSeen(room: Room, sight: Sight): Room {
  if (sight === 'all') return room;
  const { waiting, turnedAway, known, appealed, ...seen } = room;
  if (sight === 'nothing') return waiting || turnedAway || known || appealed ? seen : room;
  const knocks = Object.entries(waiting ?? {}).filter(([, { appeal }]) => appeal === undefined);
  return { ...seen, ...(waiting && { waiting: Object.fromEntries(knocks) }), ...(known && { known }) };
}
