// The server is killed in the middle of orders: acceptance 4 of "every way out". PARLEY_KILLS=1000 takes longer,
// RACE_SEED=n goes the way of an earlier run.
import { setTimeout as pass } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { withServerProcess } from '#tests/fixtures/serverProcess.ts';
import { Chance, firstSeed } from '#tests/integration/client/races/chance.ts';

import { KilledOrder, KINDS, type Outcome } from './killedOrders.ts';

const KILLS = Number(process.env.PARLEY_KILLS ?? 34);
const MINUTE_MS = 60_000;

/** All people come from one address, and meetings must outlast the test. */
const FLAGS = ['--limit', 'failures=1000000,roomsPerHour=1000000,graceMs=600000'];

test(
  `${KILLS} times killed while ending, locking and barring: what was told holds, and what was not is whole or absent`,
  async () => {
    const chance = new Chance(firstSeed());
    const orders: {
      readonly order: KilledOrder;
      readonly told: boolean;
      readonly outcome: Outcome;
      readonly how: string;
    }[] = [];
    await withServerProcess(async (server) => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const round = await Promise.all(
          KINDS.map((kind) => KilledOrder.prepare(server.address, kind, `k${kill}-${kind}`)),
        );
        const usualMs = await timeOfOne(server.address, kill);
        // From before the first is read until after the last is answered.
        const share = chance.next() * 1.5;
        for (const order of round) order.send();
        await pass(share * usualMs);
        await server.kill('SIGKILL');
        await server.start();
        for (const order of round) {
          const how = `RACE_SEED=${chance.seed}, kill ${kill}, ${order.kind}, after ${share.toFixed(3)} of ${usualMs.toFixed(1)} ms`;
          const told = order.wasTold;
          const outcome = await order.settle().catch((error: unknown) => {
            throw new Error(`half: ${how}`, { cause: error });
          });
          expect(told && outcome === 'absent', `told, and absent: ${how}`).toBe(false);
          orders.push({ order, told, outcome, how });
        }
      }
      for (const { order, how } of orders) expect(await order.holds(), `lost later: ${how}`).toBe(true);
    }, FLAGS);
    expect(orders).toHaveLength(3 * KILLS);
    // The moments were well chosen: some before the commit, some after it and before the answer or the news arrived.
    expect(orders.filter(({ outcome }) => outcome === 'absent').length).toBeGreaterThan(0);
    expect(orders.filter(({ told }) => told).length).toBeGreaterThan(0);
    const silent = orders.filter(({ told, outcome }) => !told && outcome === 'whole').length;
    console.info(
      `RACE_SEED=${chance.seed}: ${orders.filter(({ told }) => told).length} told, ${silent} whole and not told, ` +
        `${orders.filter(({ outcome }) => outcome === 'absent').length} absent`,
    );
  },
  Math.max(5, KILLS / 10) * MINUTE_MS,
);

/** Milliseconds that three orders take from being sent until the last is answered, on this machine just now. */
async function timeOfOne(address: string, kill: number): Promise<number> {
  const orders = await Promise.all(KINDS.map((kind) => KilledOrder.prepare(address, kind, `t${kill}-${kind}`)));
  const start = performance.now();
  for (const order of orders) order.send();
  await Promise.all(orders.map((order) => order.acknowledged()));
  return performance.now() - start;
}
