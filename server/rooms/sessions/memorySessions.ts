import type { Millis, SessionId } from '#protocol/ids.ts';

import type { Burial, SessionRecord, SessionStore } from '../../contract.ts';

/** Sessions that live as long as the process. */
export class MemorySessions implements SessionStore {
  readonly #records = new Map<SessionId, SessionRecord>();

  async put(record: SessionRecord): Promise<void> {
    this.#records.set(record.sessionId, record);
  }

  async get(sessionId: SessionId): Promise<SessionRecord | null> {
    return this.#records.get(sessionId) ?? null;
  }

  async bury(burials: readonly Burial[]): Promise<void> {
    for (const burial of burials) {
      for (const [id, record] of this.#records) {
        if (isConcerned(record, burial)) this.#records.set(id, { ...record, tombstone: burial.tombstone });
      }
    }
  }

  async sweep(before: Millis): Promise<void> {
    for (const [id, record] of this.#records) if (record.updatedAt < before) this.#records.delete(id);
  }
}

function isConcerned(record: SessionRecord, { room, participant, untilRev }: Burial): boolean {
  const theirs = record.room === room && record.participant === participant;
  return theirs && record.joinedRev <= untilRev && record.tombstone === null;
}
