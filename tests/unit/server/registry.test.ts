import { setImmediate as turn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { openStorage } from '#server/rooms/storage.ts';
import { Registry } from '#server/rooms/registry.ts';
import { submitRequest } from '#server/rooms/tasks/requestTask.ts';

import { HOST, ROOM, settingsFor, Stage } from './actorKit.ts';
import { FakeClock } from './fakeClock.ts';

async function registryOn(storage: Awaited<ReturnType<typeof openStorage>>) {
  const clock = new FakeClock();
  const registry = new Registry(storage, settingsFor(clock));
  await registry.recover();
  return { clock, registry };
}

test('a room that does not exist is not found, and takes no memory', async () => {
  const { registry } = await registryOn(await openStorage({ kind: 'memory' }));
  expect(await registry.find(ROOM)).toEqual({ ok: false, error: { code: 'room-not-found' } });
  expect(await registry.find(ROOM)).toEqual({ ok: false, error: { code: 'room-not-found' } });
  await registry.close();
});

test('a code that is taken is not fresh', async () => {
  const { storage } = await Stage.set();
  const { registry } = await registryOn(storage);
  expect(await registry.fresh(ROOM)).toEqual({ ok: false, error: { code: 'room-exists' } });
  await registry.close();
});

test('the same room is the same actor, until it is idle and swept', async () => {
  const { storage } = await Stage.set();
  const { clock, registry } = await registryOn(storage);
  const [first, second] = await Promise.all([registry.find(ROOM), registry.find(ROOM)]);
  if (!first.ok || !second.ok) throw new Error('not found');
  expect(first.value).toBe(second.value);
  await turn();
  clock.advance(30_000);
  await turn();
  const third = await registry.find(ROOM);
  if (!third.ok) throw new Error('not found');
  expect(third.value).not.toBe(first.value);
  expect(third.value.room?.roles).toEqual({ [HOST]: 'host' });
  await registry.close();
});

test('the clock follows the machine’s only while nobody’s grace time runs', async () => {
  const stage = await Stage.set();
  await stage.join(HOST);
  await stage.actor.close();
  const { clock, registry } = await registryOn(stage.storage);
  await turn();
  // Whoever was in the room is lost now; thirty seconds later they are out.
  clock.advance(29_999);
  expect(clock.settled).toBe(0);
  for (let seconds = 0; seconds < 65; seconds += 1) {
    clock.advance(1_000);
    await turn();
    await turn();
  }
  expect(clock.settled).toBeGreaterThan(0);
  await registry.close();
});

test('an actor that broke is replaced by another', async () => {
  const { storage } = await Stage.set();
  const { registry } = await registryOn(storage);
  const first = await registry.find(ROOM);
  if (!first.ok) throw new Error('not found');
  await first.value.close();
  const second = await registry.find(ROOM);
  if (!second.ok) throw new Error('not found');
  const unlocked = await submitRequest(second.value, (_room, at) => ({
    by: { kind: 'server' },
    at,
    command: { type: 'close-empty' },
  }));
  expect(unlocked.ok).toBe(true);
  await registry.close();
});

test('nothing is loaded after closing', async () => {
  const { storage } = await Stage.set();
  const { registry } = await registryOn(storage);
  await registry.close();
  expect(await registry.find(ROOM)).toEqual({ ok: false, error: { code: 'unavailable' } });
});
