import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Database } from 'libsql';

import { randomToken } from '../../credentials/random.ts';

export type { Database };

// WITHOUT ROWID keeps a room's events together in the order in which they are read.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS room (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, open INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS room_open ON room (id) WHERE open = 1;
  CREATE TABLE IF NOT EXISTS event (
    room TEXT NOT NULL, rev INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (room, rev)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS said (
    room TEXT NOT NULL, rev INTEGER NOT NULL, at INTEGER NOT NULL, sealed TEXT NOT NULL, PRIMARY KEY (room, rev)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS said_at ON said (at);
  CREATE TABLE IF NOT EXISTS answer (
    room TEXT NOT NULL, principal TEXT NOT NULL, command TEXT NOT NULL, frame TEXT NOT NULL, until INTEGER NOT NULL,
    PRIMARY KEY (room, principal, command)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS answer_until ON answer (until);
  CREATE TABLE IF NOT EXISTS session (
    id TEXT PRIMARY KEY, room TEXT NOT NULL, participant TEXT NOT NULL, joined_rev INTEGER NOT NULL,
    buried INTEGER NOT NULL, updated_at INTEGER NOT NULL, body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS session_alive ON session (room, participant) WHERE buried = 0;
  CREATE INDEX IF NOT EXISTS session_updated ON session (updated_at);
`;

/** Layout of the tables above; a file of another one is refused rather than guessed at. */
const LAYOUT = 1;

/**
 * Opens (or makes) the database of one server in `folder`. Throws where the folder can't be written, where another
 * server holds it, or where it was made by a newer version.
 */
export async function openSqlite(folder: string): Promise<Database> {
  // Loaded only here: a server that keeps nothing needs no native code.
  const { default: Libsql } = await import('libsql');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'rooms.db');
  const database = new Libsql(path);
  try {
    // One process owns the file: two servers on one folder would each believe in their own presence.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    const layout = database.pragma('user_version', { simple: true }) as { readonly user_version: number };
    if (layout.user_version > LAYOUT)
      throw new Error(`rooms.db has layout ${layout.user_version}, this server knows ${LAYOUT}`);
    database.exec(SCHEMA);
    database.pragma(`user_version = ${LAYOUT}`);
    chmodSync(path, 0o600);
    return database;
  } catch (error) {
    database.close();
    if (String(error).includes('database is locked'))
      throw new Error('The data folder is in use by another server.', { cause: error });
    throw error;
  }
}

/** The storage's own id, made when the file was made. */
export function storageId(database: Database): string {
  const kept = database.prepare("SELECT value FROM setting WHERE name = 'id'").get() as { value: string } | undefined;
  if (kept) return kept.value;
  const id = randomToken(16);
  database.prepare("INSERT INTO setting (name, value) VALUES ('id', ?)").run(id);
  return id;
}

/** Throws once the database is closed: statements that were prepared before would go on working. */
export function assertOpen(database: Database): void {
  if (!database.open) throw new Error('The storage is closed.');
}

/**
 * Closes the database so that the folder is free at once. Statements that were prepared keep the file open until they
 * are collected as garbage; so the exclusive lock is given back first, which SQLite does only out of WAL mode.
 */
export function closeSqlite(database: Database): void {
  if (!database.open) return;
  try {
    database.pragma('journal_mode = DELETE');
    database.pragma('locking_mode = NORMAL');
    database.prepare("SELECT value FROM setting WHERE name = 'id'").get();
  } finally {
    database.close();
  }
}
