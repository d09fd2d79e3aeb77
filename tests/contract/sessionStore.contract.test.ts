import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { reasonOf } from '#meeting/reason.ts';
import type { Incarnation, ParticipantId, SessionId } from '#protocol/ids.ts';
import type { Burial, SessionRecord, Storage, Tombstone } from '#server/contract.ts';

import { HOST, OTHER_ROOM, ROOM } from './roomEvents.ts';
import { STORAGES } from './storages.ts';

const record = (sessionId: string, more: Partial<SessionRecord> = {}): SessionRecord => ({
  sessionId: sessionId as SessionId,
  room: ROOM,
  incarnation: 'incarnation-1' as Incarnation,
  principal: HOST,
  participant: 'participant-1' as ParticipantId,
  joinedRev: 3,
  tokenHash: 'newest',
  previousHash: null,
  tombstone: null,
  updatedAt: 100,
  ...more,
});

const TOMBSTONE: Tombstone = {
  removal: { type: 'removed-from-room', reason: 'enough', roomWasEnded: false, peerWhoRemoved: null, locked: true },
  left: { type: 'meeting-left', reason: reasonOf('REMOVE_PEER'), at: 7 },
};

const burial = (more: Partial<Burial> = {}): Burial => ({
  room: ROOM,
  participant: 'participant-1' as ParticipantId,
  untilRev: 5,
  tombstone: TOMBSTONE,
  ...more,
});

describe.each(STORAGES)('sessions in $name', ({ make, persistent }) => {
  let made: Awaited<ReturnType<typeof make>>;
  let storage: Storage;
  const get = (sessionId: string) => storage.sessions.get(sessionId as SessionId);

  beforeEach(async () => {
    made = await make();
    storage = await made.open();
  });

  afterEach(async () => {
    await storage.close();
    await made.dispose();
  });

  test('1. a session that was put is got back, in its newest form', async () => {
    expect(await get('session-1')).toBeNull();
    await storage.sessions.put(record('session-1'));
    await storage.sessions.put(record('session-1', { tokenHash: 'next', previousHash: 'newest' }));
    expect(await get('session-1')).toEqual(record('session-1', { tokenHash: 'next', previousHash: 'newest' }));
  });

  test('2. a burial marks all sessions of the participant up to its rev, and no others (invariant 5)', async () => {
    const records = [
      record('session-of-join'),
      record('session-of-take-over', { joinedRev: 5 }),
      record('session-after-it', { joinedRev: 6 }),
      record('session-of-other', { participant: 'participant-2' as ParticipantId }),
      record('session-elsewhere', { room: OTHER_ROOM }),
    ];
    for (const each of records) await storage.sessions.put(each);
    await storage.sessions.bury([burial()]);
    const buried = await Promise.all(records.map(async ({ sessionId }) => (await get(sessionId))?.tombstone ?? null));
    expect(buried).toEqual([TOMBSTONE, TOMBSTONE, null, null, null]);
  });

  test('3. the first tombstone of a session stays', async () => {
    const later: Tombstone = { removal: null, left: { type: 'meeting-left', reason: reasonOf('REMOVE_ALL'), at: 9 } };
    await storage.sessions.put(record('session-1'));
    await storage.sessions.bury([burial(), burial({ tombstone: later, untilRev: 99 })]);
    expect((await get('session-1'))?.tombstone).toEqual(TOMBSTONE);
  });

  test('4. sweeping forgets sessions and tombstones that nobody has touched since', async () => {
    await storage.sessions.put(record('old', { updatedAt: 99 }));
    await storage.sessions.put(record('old-and-buried', { updatedAt: 99, tombstone: TOMBSTONE }));
    await storage.sessions.put(record('new', { updatedAt: 100 }));
    await storage.sessions.sweep(100);
    const left = await Promise.all(['old', 'old-and-buried', 'new'].map(async (id) => (await get(id)) !== null));
    expect(left).toEqual([false, false, true]);
  });

  if (!persistent) return;

  test('5. sessions and tombstones are there again after closing and opening', async () => {
    await storage.sessions.put(record('session-1'));
    await storage.sessions.put(record('session-2', { participant: 'participant-2' as ParticipantId }));
    await storage.sessions.bury([burial()]);
    await storage.close();
    storage = await made.open();
    expect(await get('session-1')).toEqual(record('session-1', { tombstone: TOMBSTONE }));
    expect(await get('session-2')).toEqual(record('session-2', { participant: 'participant-2' as ParticipantId }));
  });
});
