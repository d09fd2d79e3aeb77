import type { ParticipantId } from '#protocol/ids.ts';

import type { RoomSession } from './roomSession.ts';

/** The sessions that this server serves in one room: one for each participant, the newest. */
export class Attendance {
  readonly #sessions = new Map<ParticipantId, RoomSession>();

  get size(): number {
    return this.#sessions.size;
  }

  of(participant: ParticipantId): RoomSession | null {
    return this.#sessions.get(participant) ?? null;
  }

  all(): IterableIterator<RoomSession> {
    return this.#sessions.values();
  }

  /** Whether something under this session may still be done. */
  isCurrent(session: RoomSession): boolean {
    return !session.over && this.#sessions.get(session.record.participant) === session;
  }

  add(session: RoomSession): void {
    this.#sessions.set(session.record.participant, session);
  }

  /** Takes the participant's session out, for good. */
  remove(participant: ParticipantId): RoomSession | null {
    const session = this.of(participant);
    if (session) session.over = true;
    this.#sessions.delete(participant);
    return session;
  }

  /** Sends the same text to everybody. */
  broadcast(text: string): void {
    for (const session of this.#sessions.values()) session.send(text);
  }
}
