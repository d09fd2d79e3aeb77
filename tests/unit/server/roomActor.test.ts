import { describe, expect, test } from 'vitest';

import type { CommandId } from '#protocol/ids.ts';
import type { Append, AppendOutcome, RoomLog, Storage } from '#server/contract.ts';
import { touchSessions } from '#server/rooms/sessions/touch.ts';
import { openStorage } from '#server/rooms/storage.ts';
import type { Verdict } from '#server/rooms/task.ts';

import { GRACE_MS, HOST, Stage } from './actorKit.ts';

describe('grace', () => {
  test('whoever is lost is out exactly when the grace time has passed', async () => {
    const stage = await Stage.set();
    const [, ben] = [await stage.join(HOST), await stage.join('ben-principal')];
    await stage.drop(ben);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'lost' });
    await stage.pass(GRACE_MS - 1);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'lost' });
    await stage.pass(1);
    expect(stage.present).toEqual({ [HOST]: 'live' });
  });

  test('each has their own: the end of one takes nobody else along', async () => {
    const stage = await Stage.set();
    await stage.join(HOST);
    const [ben, cid] = [await stage.join('ben-principal'), await stage.join('cid-principal')];
    await stage.drop(ben);
    await stage.pass(GRACE_MS / 2);
    await stage.drop(cid);
    await stage.pass(GRACE_MS / 2);
    expect(stage.present).toEqual({ [HOST]: 'live', 'cid-principal': 'lost' });
    await stage.pass(GRACE_MS / 2);
    expect(stage.present).toEqual({ [HOST]: 'live' });
  });

  test('of a silent connection begins when it is given up, also while others run out', async () => {
    const stage = await Stage.set();
    await stage.join(HOST);
    const [ben, cid] = [await stage.join('ben-principal'), await stage.join('cid-principal')];
    if (!ben.session) throw new Error('not in');
    ben.session.silent = true;
    stage.actor.unsettle(ben.id);
    await stage.settle();
    expect(stage.present).toMatchObject({ 'ben-principal': 'lost' });
    await stage.drop(cid);
    await stage.pass(GRACE_MS);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'lost' });
    await stage.drop(ben);
    await stage.pass(GRACE_MS - 1);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'lost' });
    await stage.pass(1);
    expect(stage.present).toEqual({ [HOST]: 'live' });
  });

  test('begins anew for everybody when the server was down, also for who was lost before', async () => {
    const stage = await Stage.set();
    await stage.join(HOST);
    const ben = await stage.join('ben-principal');
    await stage.drop(ben);
    await stage.pass(GRACE_MS - 1);
    await stage.restart();
    expect(stage.present).toEqual({ [HOST]: 'lost', 'ben-principal': 'lost' });
    await stage.pass(GRACE_MS - 1);
    expect(Object.keys(stage.present)).toHaveLength(2);
    await stage.pass(1);
    expect(stage.present).toEqual({});
  });

  test('an empty room is closed a minute later, unless somebody comes', async () => {
    const stage = await Stage.set();
    const ana = await stage.join(HOST);
    await stage.command(ana, { type: 'leave', id: 'bye' });
    await stage.pass(59_999);
    await stage.join('ben-principal');
    await stage.pass(60_000);
    expect(stage.actor.room?.phase).toBe('open');
    await stage.drop(await stage.join('ben-principal'));
    await stage.pass(GRACE_MS);
    await stage.pass(59_999);
    expect(stage.actor.room?.phase).toBe('open');
    await stage.pass(1);
    expect(stage.actor.room?.phase).toBe('closed');
    expect(stage.actor.isIdle).toBe(true);
  });
});

describe('batches', () => {
  test('what comes at once is one append, and one frame for each who is in', async () => {
    const appends: Append[] = [];
    const storage = await spyOn(await openStorage({ kind: 'memory' }), (append) => appends.push(append));
    const stage = await Stage.set(storage);
    const ana = await stage.join(HOST);
    appends.length = 0;
    const before = ana.sent.length;
    await Promise.all(Array.from({ length: 50 }, (_, index) => stage.join(`principal-${index}`)));
    expect(appends).toHaveLength(1);
    expect(appends[0]?.events).toHaveLength(50);
    expect(ana.sent.slice(before).map(({ type }) => type)).toEqual(['events']);
  });

  test('only what must survive the machine waits for the disk', async () => {
    const appends: Append[] = [];
    const storage = await spyOn(await openStorage({ kind: 'memory' }), (append) => appends.push(append));
    const stage = await Stage.set(storage);
    const [ana, ben, cid] = [
      await stage.join(HOST),
      await stage.join('ben-principal'),
      await stage.join('cid-principal'),
    ];
    await stage.command(ana, { type: 'rename', id: 'a', name: 'Ana' });
    await stage.drop(cid);
    await stage.command(ana, { type: 'lock', id: 'b' });
    await stage.command(ben, { type: 'lock', id: 'c' });
    await stage.command(ana, { type: 'remove', id: 'd', participant: ben.id, reason: '', bar: false });
    await stage.command(ana, { type: 'end-room', id: 'e', reason: '', lock: false });
    const durable = appends.filter((append) => append.durable).flatMap(({ events }) => events.map(({ type }) => type));
    expect(durable).toEqual(['room-created', 'room-locked', 'participant-left', 'room-ended']);
    const answers = appends.flatMap((append) => append.answers);
    const day = stage.clock.now() + 86_400_000;
    expect(answers.map(({ commandId, until }) => [commandId, until === day])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
      ['d', true],
      ['e', true],
    ]);
  });

  test('an append that somebody else came before is decided anew on what they did', async () => {
    const storage = await openStorage({ kind: 'memory' });
    const stage = await Stage.set(storage);
    const ana = await stage.join(HOST);
    const locked = { type: 'room-locked', by: null, at: stage.clock.now() } as const;
    // Behind the actor's back, in the moment before it appends.
    const rev = stage.actor.chronicle.rev;
    let done = false;
    await spyOn(storage, () => {
      if (done) return;
      done = true;
      void storage.log.append({ room: stage.actor.id, expectedRev: rev, events: [locked], answers: [], durable: true });
    });
    await stage.command(ana, { type: 'lock', id: 'a' });
    expect(ana.sent.find(({ id }) => id === 'a')).toMatchObject({ type: 'error', code: 'already-locked' });
    expect(ana.sent.filter(({ type }) => type === 'events')).toHaveLength(1);
    expect(
      (await storage.log.read(stage.actor.id, 0)).events.filter(({ type }) => type === 'room-locked'),
    ).toHaveLength(1);
  });

  test('rules that break fail the task that broke them with `internal`, and the room goes on', async () => {
    const stage = await Stage.set();
    const ana = await stage.join(HOST);
    const verdicts: Verdict[] = [];
    stage.actor.submit({
      once: null,
      prepare: () => {
        throw new Error('a bug');
      },
      settle: (verdict) => verdicts.push(verdict),
    });
    await stage.settle();
    expect(verdicts).toMatchObject([{ kind: 'refused', error: { code: 'internal' } }]);
    await stage.command(ana, { type: 'lock', id: 'b' });
    expect(ana.sent.find(({ id }) => id === 'b')).toMatchObject({ type: 'ok' });
  });
});

test('a bug after something was committed sends everybody away, to come back to what the log says', async () => {
  const stage = await Stage.set();
  const ana = await stage.join(HOST);
  stage.actor.submit({
    once: null,
    prepare: (_room, at) => ({
      by: { kind: 'principal', principal: HOST },
      at,
      command: { type: 'lock', id: 'a' as CommandId },
    }),
    settle: () => {
      throw new Error('a bug');
    },
  });
  await stage.settle();
  expect([ana.closed, stage.actor.isClosed]).toEqual(['draining', true]);
  await stage.restart();
  expect(stage.actor.room?.lock).not.toBeNull();
});

describe('what is in memory', () => {
  test('a room in which a meeting is under way is kept, others are not', async () => {
    const stage = await Stage.set();
    await stage.settle();
    expect(stage.actor.isIdle).toBe(true);
    const ana = await stage.join(HOST);
    expect(stage.actor.isIdle).toBe(false);
    await stage.command(ana, { type: 'end-room', id: 'a', reason: '', lock: false });
    expect(stage.actor.isIdle).toBe(true);
  });

  test('sessions of long meetings are not swept as forgotten', async () => {
    const stage = await Stage.set();
    const ana = await stage.join(HOST);
    await stage.pass(1_000);
    await touchSessions(stage.actor, stage.clock.now() - 500);
    await stage.storage.sessions.sweep(stage.clock.now());
    const id = ana.session?.record.sessionId;
    if (!id) throw new Error('not in');
    expect(await stage.storage.sessions.get(id)).toMatchObject({ updatedAt: stage.clock.now() });
  });

  test('work that is given to a closed actor is refused, not lost', async () => {
    const stage = await Stage.set();
    await stage.actor.close();
    const late = await stage.join(HOST);
    expect(late.refusal).toEqual({ code: 'unavailable' });
  });
});

/** The storage, with somebody watching its appends. */
async function spyOn(storage: Storage, onAppend: (append: Append) => void): Promise<Storage> {
  const log = storage.log as { append: RoomLog['append'] };
  const append = log.append.bind(storage.log);
  log.append = async (wanted: Append): Promise<AppendOutcome> => {
    onAppend(wanted);
    return append(wanted);
  };
  return storage;
}
