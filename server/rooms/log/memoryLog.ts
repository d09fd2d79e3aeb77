import type { Millis, Rev, RoomId } from '#protocol/ids.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { CHAT } from '#protocol/wire/limits.ts';

import type { Append, AppendOutcome, RoomLog, StoredAnswer } from '../../contract.ts';
import { Watchers } from './watchers.ts';
import { openAfter } from './openness.ts';

interface MemoryRoom {
  readonly events: RoomEvent[];
  open: boolean;
  /** Where the texts begin that are still there. */
  saidFrom: number;
}

/** Takes out the texts of a room that is not open, and those that were said by then. */
function forgetSaid(stored: MemoryRoom, until: Millis): void {
  for (; stored.saidFrom < stored.events.length; stored.saidFrom += 1) {
    const event = stored.events[stored.saidFrom];
    if (event?.type !== 'chat-said') continue;
    if (stored.open && event.at > until) return;
    const { sealed: _sealed, ...said } = event;
    stored.events[stored.saidFrom] = said;
  }
}

const answerKey = (room: RoomId, principal: string, commandId: string) => `${room} ${principal} ${commandId}`;

/** A log that lives as long as the process: for tests, and for servers that may forget. */
export class MemoryLog implements RoomLog {
  readonly #rooms = new Map<RoomId, MemoryRoom>();
  readonly #answers = new Map<string, StoredAnswer>();
  readonly #watchers = new Watchers();

  async append({ room, expectedRev, events, answers }: Append): Promise<AppendOutcome> {
    const stored = this.#rooms.get(room) ?? { events: [], open: false, saidFrom: 0 };
    const rev = stored.events.length;
    if (rev !== expectedRev) return { appended: false, rev };
    if (events.length > 0) {
      stored.events.push(...events);
      stored.open = openAfter(events, stored.open);
      this.#rooms.set(room, stored);
    }
    for (const answer of answers) {
      const key = answerKey(room, answer.principal, answer.commandId);
      if (!this.#answers.has(key)) this.#answers.set(key, answer);
    }
    if (events.length > 0) this.#watchers.tell(room, stored.events.length);
    return { appended: true, rev: stored.events.length };
  }

  async read(room: RoomId, sinceRev: Rev): Promise<{ readonly rev: Rev; readonly events: readonly RoomEvent[] }> {
    const events = this.#rooms.get(room)?.events ?? [];
    return { rev: events.length, events: events.slice(sinceRev) };
  }

  watch(room: RoomId, listener: (rev: Rev) => void): () => void {
    return this.#watchers.add(room, listener);
  }

  async answer(room: RoomId, principal: string, commandId: string, now: Millis): Promise<StoredAnswer | null> {
    const answer = this.#answers.get(answerKey(room, principal, commandId));
    return answer && answer.until > now ? answer : null;
  }

  async openRooms(): Promise<readonly RoomId[]> {
    return [...this.#rooms].filter(([, stored]) => stored.open).map(([room]) => room);
  }

  async sweep(now: Millis): Promise<void> {
    for (const [key, answer] of this.#answers) if (answer.until <= now) this.#answers.delete(key);
    for (const stored of this.#rooms.values()) forgetSaid(stored, now - CHAT.keepMs);
  }
}
