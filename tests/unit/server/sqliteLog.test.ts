import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { closeSqlite, type Database, openSqlite } from '#server/rooms/log/sqlite.ts';
import { SqliteLog } from '#server/rooms/log/sqliteLog.ts';
import { created, joined, locked, opened, ROOM } from '#tests/contract/roomEvents.ts';

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-sqlite-'));
  database = await openSqlite(folder);
});

afterEach(async () => {
  closeSqlite(database);
  await rm(folder, { recursive: true, force: true });
});

// SQLite's own names: 1 NORMAL syncs at checkpoints, 2 FULL at each commit.
const mode = () => (database.pragma('synchronous', { simple: true }) as { readonly synchronous: number }).synchronous;

test('a durable append is committed in the mode that syncs the disk, any other is not', async () => {
  const log = new SqliteLog(database);
  const base = { room: ROOM, answers: [] };
  await log.append({ ...base, expectedRev: 0, events: [created()], durable: true });
  expect(mode()).toBe(2);
  await log.append({ ...base, expectedRev: 1, events: [opened(), joined('participant-1')], durable: false });
  expect(mode()).toBe(1);
  await log.append({ ...base, expectedRev: 3, events: [locked()], durable: true });
  expect(mode()).toBe(2);
});

test('an append that fails half-way leaves nothing behind', async () => {
  const log = new SqliteLog(database);
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const broken = { ...locked(), circular };
  const append = { room: ROOM, expectedRev: 0, events: [created(), broken], answers: [], durable: true };
  await expect(log.append(append)).rejects.toThrow('circular');
  expect(await log.read(ROOM, 0)).toEqual({ rev: 0, events: [] });
  expect(await log.append({ ...append, events: [created()] })).toEqual({ appended: true, rev: 1 });
});

test('only its owner may read the database', async () => {
  expect((await stat(join(folder, 'rooms.db'))).mode & 0o077).toBe(0);
});

test('a file that a newer version made is refused, not guessed at', async () => {
  database.pragma('user_version = 99');
  closeSqlite(database);
  await expect(openSqlite(folder)).rejects.toThrow('layout 99');
});

test('a file that is no database is refused and left as it is', async () => {
  closeSqlite(database);
  const path = join(folder, 'rooms.db');
  await writeFile(path, 'this was a database once'.repeat(500));
  const { size } = await stat(path);
  await expect(openSqlite(folder)).rejects.toThrow('not a database');
  expect((await stat(path)).size).toBe(size);
});
