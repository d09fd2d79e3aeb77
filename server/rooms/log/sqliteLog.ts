import type { Millis, Rev, RoomId } from '#protocol/ids.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { CHAT } from '#protocol/wire/limits.ts';

import type { Append, AppendOutcome, RoomLog, StoredAnswer } from '../../contract.ts';
import { openAfter } from './openness.ts';
import { assertOpen, type Database } from './sqlite.ts';
import { Watchers } from './watchers.ts';

interface EventRow {
  readonly body: string;
  readonly sealed: string | null;
}

function eventOf({ body, sealed }: EventRow): RoomEvent {
  const event = JSON.parse(body) as RoomEvent;
  return sealed === null ? event : ({ ...event, sealed } as RoomEvent);
}

interface RoomRow {
  readonly rev: number;
  readonly open: number;
}

/**
 * The log in SQLite. Every append is one transaction. A durable one is synced to the disk before it settles, and with
 * it everything before it; the others survive the process, but a few of the last may go with the machine.
 */
export class SqliteLog implements RoomLog {
  readonly #database: Database;
  readonly #watchers = new Watchers();
  readonly #statements;
  #synced = true;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = {
      room: database.prepare('SELECT rev, open FROM room WHERE id = ?'),
      putRoom: database.prepare(
        'INSERT INTO room VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET rev = excluded.rev, open = excluded.open',
      ),
      addEvent: database.prepare('INSERT INTO event VALUES (?, ?, ?)'),
      addAnswer: database.prepare('INSERT OR IGNORE INTO answer VALUES (?, ?, ?, ?, ?)'),
      addSaid: database.prepare('INSERT INTO said VALUES (?, ?, ?, ?)'),
      events: database.prepare(
        'SELECT body, sealed FROM event LEFT JOIN said USING (room, rev) WHERE room = ? AND rev > ? ORDER BY rev',
      ),
      sweepSaid: database.prepare('DELETE FROM said WHERE at <= ?'),
      sweepOver: database.prepare('DELETE FROM said WHERE room NOT IN (SELECT id FROM room WHERE open = 1)'),
      answer: database.prepare(
        'SELECT frame, until FROM answer WHERE room = ? AND principal = ? AND command = ? AND until > ?',
      ),
      openRooms: database.prepare('SELECT id FROM room WHERE open = 1'),
      sweep: database.prepare('DELETE FROM answer WHERE until <= ?'),
    };
  }

  async append(append: Append): Promise<AppendOutcome> {
    assertOpen(this.#database);
    this.#sync(append.durable);
    const outcome = this.#database.transaction(() => this.#append(append)).immediate();
    if (outcome.appended && append.events.length > 0) this.#watchers.tell(append.room, outcome.rev);
    return outcome;
  }

  async read(room: RoomId, sinceRev: Rev): Promise<{ readonly rev: Rev; readonly events: readonly RoomEvent[] }> {
    assertOpen(this.#database);
    const rows = this.#statements.events.all(room, sinceRev) as readonly EventRow[];
    const rev = rows.length > 0 ? sinceRev + rows.length : this.#row(room).rev;
    return { rev, events: rows.map(eventOf) };
  }

  watch(room: RoomId, listener: (rev: Rev) => void): () => void {
    return this.#watchers.add(room, listener);
  }

  async answer(
    room: RoomId,
    principal: StoredAnswer['principal'],
    commandId: string,
    now: Millis,
  ): Promise<StoredAnswer | null> {
    assertOpen(this.#database);
    const row = this.#statements.answer.get(room, principal, commandId, now) as
      { readonly frame: string; readonly until: number } | undefined;
    return row ? { principal, commandId, frame: row.frame, until: row.until } : null;
  }

  async openRooms(): Promise<readonly RoomId[]> {
    assertOpen(this.#database);
    return (this.#statements.openRooms.all() as readonly { readonly id: RoomId }[]).map(({ id }) => id);
  }

  async sweep(now: Millis): Promise<void> {
    assertOpen(this.#database);
    const { sweep, sweepSaid, sweepOver } = this.#statements;
    sweep.run(now);
    sweepSaid.run(now - CHAT.keepMs);
    sweepOver.run();
  }

  #append({ room, expectedRev, events, answers }: Append): AppendOutcome {
    const { rev, open } = this.#row(room);
    if (rev !== expectedRev) return { appended: false, rev };
    const { addAnswer, putRoom } = this.#statements;
    for (const [index, event] of events.entries()) this.#add(room, rev + 1 + index, event);
    for (const { principal, commandId, frame, until } of answers)
      addAnswer.run(room, principal, commandId, frame, until);
    if (events.length > 0) putRoom.run(room, rev + events.length, openAfter(events, open === 1) ? 1 : 0);
    return { appended: true, rev: rev + events.length };
  }

  /** What was said goes into a table of its own, out of which it can be taken again; that it was said stays. */
  #add(room: RoomId, rev: Rev, event: RoomEvent): void {
    const { addEvent, addSaid } = this.#statements;
    if (event.type !== 'chat-said' || event.sealed === undefined) {
      addEvent.run(room, rev, JSON.stringify(event));
      return;
    }
    const { sealed, ...said } = event;
    addEvent.run(room, rev, JSON.stringify(said));
    addSaid.run(room, rev, event.at, sealed);
  }

  #row(room: RoomId): RoomRow {
    return (this.#statements.room.get(room) as RoomRow | undefined) ?? { rev: 0, open: 0 };
  }

  /** Whether the next commit waits for the disk. In WAL mode, FULL syncs at each commit, NORMAL at checkpoints only. */
  #sync(durable: boolean): void {
    if (durable === this.#synced) return;
    this.#database.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    this.#synced = durable;
  }
}
