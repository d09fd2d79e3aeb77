import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import type { Storage } from '#server/contract.ts';
import { Registry } from '#server/rooms/registry.ts';
import { openStorage } from '#server/rooms/storage.ts';

import { GRACE_MS, HOST, ROOM, settingsFor, Stage, type Visitor } from './actorKit.ts';
import { FakeClock } from './fakeClock.ts';

const MINUTE = 60_000;
const LIMITED = { durationMs: 60 * MINUTE };
const HOSTED = { noHostMs: 10 * MINUTE };

const lastOf = (visitor: Visitor) => visitor.sent.slice(-2).map(({ type, policy }) => [type, policy]);
const policyOf = (stage: Stage) => stage.actor.room?.ending?.policy ?? null;

/** Storage that takes nothing for as long as it is told to. */
async function unreliable(): Promise<{ readonly storage: Storage; readonly fail: (on: boolean) => void }> {
  const memory = await openStorage({ kind: 'memory' });
  let failing = false;
  const { log: whole } = memory;
  const log: Storage['log'] = {
    append: (append) => (failing ? Promise.reject(new Error('gone')) : whole.append(append)),
    read: (...asked) => whole.read(...asked),
    watch: (...asked) => whole.watch(...asked),
    answer: (...asked) => whole.answer(...asked),
    openRooms: () => whole.openRooms(),
    sweep: (now) => whole.sweep(now),
  };
  return { storage: { ...memory, log }, fail: (on) => void (failing = on) };
}

describe('the longest time of a meeting', () => {
  test('closes it for everybody, to the millisecond, and everybody is told which policy it was', async () => {
    const stage = await Stage.set(undefined, LIMITED);
    const [ana, ben] = [await stage.join(HOST), await stage.join('ben-principal')];
    await stage.pass(60 * MINUTE - 1);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'live' });
    await stage.pass(1);
    expect(policyOf(stage)).toBe('duration');
    for (const { closed } of [ana, ben]) expect(closed).toBe('closed');
    for (const visitor of [ana, ben])
      expect(lastOf(visitor)).toEqual([
        ['removed-from-room', undefined],
        ['meeting-left', 'duration'],
      ]);
  });

  test('is told in the welcome, with since when the server looks after the room', async () => {
    const stage = await Stage.set(undefined, LIMITED);
    const since = stage.clock.now();
    await stage.pass(5_000);
    const [welcome] = (await stage.join(HOST)).sent;
    expect(welcome?.policies).toEqual({ durationMs: 60 * MINUTE, noHostMs: null, since });
  });

  test('there is none unless one is set', async () => {
    const stage = await Stage.set();
    const ana = await stage.join(HOST);
    expect(ana.sent[0]).not.toHaveProperty('policies');
    await stage.pass(40 * 86_400_000);
    expect(stage.present).toEqual({ [HOST]: 'live' });
  });

  test('of more than a month is waited for, although no timer waits for so long', async () => {
    const stage = await Stage.set(undefined, { durationMs: 40 * 86_400_000 });
    await stage.join(HOST);
    await stage.pass(39 * 86_400_000);
    expect(stage.present).toEqual({ [HOST]: 'live' });
    await stage.pass(86_400_000);
    await stage.settle();
    expect(policyOf(stage)).toBe('duration');
  });

  test('is not put off by a restart', async () => {
    const stage = await Stage.set(undefined, LIMITED);
    await stage.join(HOST);
    await stage.pass(60 * MINUTE - 10_000);
    await stage.restart();
    await stage.pass(9_999);
    expect(stage.present).toEqual({ [HOST]: 'lost' });
    await stage.pass(1);
    expect(policyOf(stage)).toBe('duration');
  });

  test('that came while the server was down closes the meeting at the start', async () => {
    const stage = await Stage.set(undefined, LIMITED);
    await stage.join(HOST);
    await stage.actor.close();
    stage.clock.advance(61 * MINUTE);
    await stage.restart();
    expect(policyOf(stage)).toBe('duration');
  });

  test('that storage did not take is found to be needed again', async () => {
    const { storage, fail } = await unreliable();
    const stage = await Stage.set(storage, LIMITED);
    const ana = await stage.join(HOST);
    fail(true);
    await stage.pass(60 * MINUTE);
    expect([policyOf(stage), ana.closed]).toEqual([null, null]);
    fail(false);
    await stage.pass(1_000);
    expect([policyOf(stage), ana.closed]).toEqual(['duration', 'closed']);
  });

  test('does not come early when the clock jumps back (figure 9)', async () => {
    const stage = await Stage.set(undefined, LIMITED);
    await stage.join(HOST);
    await stage.pass(59 * MINUTE);
    stage.clock.time -= 86_400_000;
    await stage.pass(59 * MINUTE);
    expect(stage.present).toEqual({ [HOST]: 'live' });
  });
});

describe('the longest time without a host', () => {
  test('closes the room for those who are left, and says so', async () => {
    const stage = await Stage.set(undefined, HOSTED);
    const [ana, ben] = [await stage.join(HOST), await stage.join('ben-principal')];
    await stage.pass(MINUTE);
    await stage.command(ana, { type: 'leave', id: 'a' });
    await stage.pass(10 * MINUTE - 1);
    expect(stage.present).toEqual({ 'ben-principal': 'live' });
    await stage.pass(1);
    expect([policyOf(stage), ben.closed, ana.closed]).toEqual(['no-host', 'closed', 'left']);
    expect(lastOf(ben)).toEqual([
      ['removed-from-room', undefined],
      ['meeting-left', 'no-host'],
    ]);
  });

  test('stops when a host comes back', async () => {
    const stage = await Stage.set(undefined, HOSTED);
    await stage.join('ben-principal');
    await stage.pass(9 * MINUTE);
    await stage.join(HOST);
    await stage.pass(60 * MINUTE);
    expect(stage.present).toEqual({ [HOST]: 'live', 'ben-principal': 'live' });
  });

  test('begins when a host who was lost is out, not before', async () => {
    const stage = await Stage.set(undefined, HOSTED);
    const [ana] = [await stage.join(HOST), await stage.join('ben-principal')];
    await stage.drop(ana);
    await stage.pass(GRACE_MS);
    await stage.pass(10 * MINUTE - 1);
    expect(stage.present).toEqual({ 'ben-principal': 'live' });
    await stage.pass(1);
    expect(policyOf(stage)).toBe('no-host');
  });

  test('begins anew with the server: while it was down no host could come back', async () => {
    const stage = await Stage.set(undefined, HOSTED);
    await stage.join('ben-principal');
    await stage.pass(9 * MINUTE);
    await stage.restart();
    await stage.pass(GRACE_MS - 1);
    await stage.join('ben-principal');
    await stage.pass(10 * MINUTE - GRACE_MS);
    expect(stage.present).toEqual({ 'ben-principal': 'live' });
    await stage.pass(1);
    expect(policyOf(stage)).toBe('no-host');
  });
});

test('the clock does not jump while a policy’s time runs', async () => {
  const stage = await Stage.set(undefined, LIMITED);
  await stage.join(HOST);
  await stage.actor.close();
  const clock = new FakeClock();
  const registry = new Registry(stage.storage, settingsFor(clock, { durationMs: 10_000_000 }));
  await registry.recover();
  const found = await registry.find(ROOM);
  if (!found.ok) throw new Error('not found');
  // Whoever was there is lost for thirty seconds; then nobody is there, and no policy concerns anybody.
  expect(found.value.awaitsTime).toBe(true);
  for (let seconds = 0; seconds < 95; seconds += 1) {
    clock.advance(1_000);
    await turn();
    await turn();
  }
  expect(found.value.awaitsTime).toBe(false);
  expect(clock.settled).toBeGreaterThan(0);
  await registry.close();
});
