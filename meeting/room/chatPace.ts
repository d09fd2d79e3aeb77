import type { Millis, ParticipantId } from '#protocol/ids.ts';
import type { ChatPace, Room } from '#protocol/room.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import { CHAT } from '#protocol/wire/limits.ts';
import type { Draft } from './draft.ts';
import { required } from './evolveParticipant.ts';
import { own } from './selectors.ts';

interface Pace {
  readonly everyMs: number;
  readonly burst: number;
}

/**
 * Milliseconds until this participant may say something; 0 if they may now. Each message costs time, and whoever is ahead
 * of the clock by a whole burst waits (the generic cell rate algorithm): one number a person, however much they say.
 */
export function waitBeforeSaying(room: Room, participant: ParticipantId, at: Millis): number {
  const { room: whole, people } = room.chatPace ?? { room: 0, people: {} };
  const mine = own(people, participant) ?? 0;
  return Math.max(wait(mine, at, CHAT.person), wait(whole, at, CHAT.room));
}

/** The message is in the log; the room keeps what it cost. */
export function chatSaid(draft: Draft, event: RoomEventOf<'chat-said'>): void {
  const { by, at } = event;
  required(draft, event, by.participant);
  const { room, people } = draft.room.chatPace ?? { room: 0, people: {} };
  const paid = spend(own(people, by.participant) ?? 0, at, CHAT.person);
  // Whoever is not ahead any more costs no place.
  const ahead = Object.entries(people).filter(([id, due]) => due > at && id !== by.participant);
  const chatPace: ChatPace = {
    room: spend(room, at, CHAT.room),
    people: { ...Object.fromEntries(ahead), [by.participant]: paid },
  };
  draft.set({ chatPace });
}

const spend = (due: Millis, at: Millis, pace: Pace): Millis => at + aheadOf(due, at, pace) + pace.everyMs;

const wait = (due: Millis, at: Millis, pace: Pace): number =>
  Math.max(0, aheadOf(due, at, pace) - (pace.burst - 1) * pace.everyMs);

/** Nobody can be further ahead than a whole burst: then it is the clock that went back, for which nobody waits. */
function aheadOf(due: Millis, at: Millis, { everyMs, burst }: Pace): number {
  const ahead = Math.max(0, due - at);
  return ahead > burst * everyMs ? 0 : ahead;
}
