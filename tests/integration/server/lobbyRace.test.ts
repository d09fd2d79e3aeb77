// Somebody is let in at the moment in which they stop waiting: 200 times, from a random seed.
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { RoomId } from '#protocol/ids.ts';
import { fold } from '#meeting/room/evolve.ts';
import type { Storage } from '#server/contract.ts';
import { openDelayedStorage } from '#tests/fixtures/delayedStorage.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';
import { Chance, firstSeed } from '#tests/integration/client/races/chance.ts';

import { TestRoom } from './testRoom.ts';

const TIMES = 200;
const AT_ONCE = 16;

/** Most milliseconds that the disk takes for an append, and that either of the two waits. */
const APPEND_MS = 3;
const SPREAD_MS = 6;

const seed = firstSeed();
const chance = new Chance(seed);
let storage: Storage;
let server: TestServer;

beforeAll(async () => {
  storage = await openDelayedStorage(() => moment(APPEND_MS));
  server = await startServer({ storage, guards: { roomsPerHour: 1_000_000 } });
});

afterAll(() => server.dispose());

const moment = (mostMs: number) => new Promise<void>((resolve) => setTimeout(resolve, chance.next() * mostMs));

interface Outcome {
  /** What Ana's order came to. */
  readonly admit: string;
  /** Ben was told that he is in. */
  readonly welcomed: boolean;
  /** How the waiting ended, by the log. */
  readonly ends: readonly string[];
  /** By the log, he is in the room. */
  readonly inside: boolean;
}

async function race(): Promise<Outcome> {
  const room = await TestRoom.create(server.address);
  const ana = await room.host('Ana');
  await ana.wire.command({ type: 'set-lobby', id: 'lobby', on: true });
  const { token } = await room.token();
  const ben = await room.knock('Ben', token);
  await ben.next('waiting');
  const { principal } = await ana.wire.event('knocked');
  const admit = async () => {
    await moment(SPREAD_MS);
    const { type, code } = await ana.wire.command({ type: 'admit', id: 'admit', principal });
    return type === 'ok' ? type : (code ?? type);
  };
  const withdraw = async () => {
    await moment(SPREAD_MS);
    ben.send({ type: 'withdraw' });
  };
  const [answer] = await Promise.all([admit(), withdraw()]);
  if (answer === 'ok') await Promise.race([ben.next('welcome').catch(() => null), ben.closed]);
  else await ben.closed;
  const { events } = await storage.log.read(room.id as RoomId, 0);
  const names = Object.values(fold(null, events)?.participants ?? {}).map(({ name }) => name);
  ana.wire.socket.terminate();
  return {
    admit: answer,
    welcomed: ben.count('welcome') > 0,
    ends: events.map(({ type }) => type).filter((type) => type.startsWith('knock-')),
    inside: names.includes('Ben'),
  };
}

test(
  'somebody who is let in as they stop waiting is in and told so, or out and no ghost',
  { timeout: 240_000 },
  async () => {
    const outcomes: Outcome[] = [];
    const lane = async (): Promise<void> => {
      while (outcomes.length < TIMES) outcomes.push(await race());
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    // In and told so, or out and never told; and one end of the waiting, which may be an answer that came too late.
    const wrong = outcomes.filter(
      ({ admit, welcomed, ends, inside }) =>
        welcomed !== inside ||
        ends.length !== 1 ||
        ends[0] !== (admit === 'ok' ? 'knock-answered' : 'knock-withdrawn') ||
        (welcomed && admit !== 'ok'),
    );
    expect(wrong, `RACE_SEED=${seed}`).toEqual([]);
    expect(new Set(outcomes.map(({ admit }) => admit)), `RACE_SEED=${seed}`).toEqual(new Set(['ok', 'not-waiting']));
  },
);
