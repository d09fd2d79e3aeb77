import type { Millis } from '#protocol/ids.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { Participant } from '#protocol/room.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import { reasonOf } from '../reason.ts';

/** Somebody is out by the rules alone: nobody did it, gave a note, or barred them. */
export function leftByRule({ id }: Participant, type: ReasonType, at: Millis): RoomEventOf<'participant-left'> {
  return { type: 'participant-left', participant: id, reason: reasonOf(type), by: null, note: '', barred: null, at };
}
