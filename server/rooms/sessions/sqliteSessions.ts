import type { Millis, SessionId } from '#protocol/ids.ts';

import type { Burial, SessionRecord, SessionStore } from '../../contract.ts';
import { assertOpen, type Database } from '../log/sqlite.ts';

/**
 * Sessions in SQLite, beside the rooms. Never waited for on the disk: what a crash of the machine takes away is
 * found again by a fresh join, and what it leaves behind is checked against the log at every resume.
 */
export class SqliteSessions implements SessionStore {
  readonly #statements;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = {
      put: database.prepare('INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?, ?)'),
      get: database.prepare('SELECT body FROM session WHERE id = ?'),
      alive: database.prepare(
        'SELECT body FROM session WHERE room = ? AND participant = ? AND joined_rev <= ? AND buried = 0',
      ),
      sweep: database.prepare('DELETE FROM session WHERE updated_at < ?'),
    };
  }

  async put(record: SessionRecord): Promise<void> {
    assertOpen(this.#database);
    this.#put(record);
  }

  async get(sessionId: SessionId): Promise<SessionRecord | null> {
    assertOpen(this.#database);
    const row = this.#statements.get.get(sessionId) as { readonly body: string } | undefined;
    return row ? (JSON.parse(row.body) as SessionRecord) : null;
  }

  async bury(burials: readonly Burial[]): Promise<void> {
    assertOpen(this.#database);
    this.#database
      .transaction(() => {
        for (const { room, participant, untilRev, tombstone } of burials) {
          const rows = this.#statements.alive.all(room, participant, untilRev) as readonly { readonly body: string }[];
          for (const { body } of rows) this.#put({ ...(JSON.parse(body) as SessionRecord), tombstone });
        }
      })
      .immediate();
  }

  async sweep(before: Millis): Promise<void> {
    assertOpen(this.#database);
    this.#statements.sweep.run(before);
  }

  #put(record: SessionRecord): void {
    const { sessionId, room, participant, joinedRev, tombstone, updatedAt } = record;
    const buried = tombstone ? 1 : 0;
    this.#statements.put.run(sessionId, room, participant, joinedRev, buried, updatedAt, JSON.stringify(record));
  }
}
