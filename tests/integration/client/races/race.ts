import { expect } from 'vitest';

import { Chance, firstSeed } from './chance.ts';
import { expectOneReasonEach, Round, type RoundPorts } from './round.ts';

/** How often each race is run, and how many of them at a time, each in a room of its own. */
const TIMES = 200;
const AT_ONCE = 16;

/** For what hangs. */
export const PATIENCE = { timeout: 240_000 };

/** Seeds of rounds that once failed: run first each time. */
const FAILED: readonly number[] = [];

/**
 * Runs a race `TIMES` times with random timing. `run` gives the orders, waits for rest, looks at what this race must
 * come to, and answers with which of its outcomes it was. Each of `outcomes` must have been seen, or there was no race;
 * but for those with a question mark, which are too rare for that.
 */
export async function race(
  ports: RoundPorts,
  outcomes: readonly string[],
  run: (round: Round) => Promise<string>,
): Promise<void> {
  const first = firstSeed();
  const seeds = [...FAILED, ...Array.from({ length: TIMES }, (_, at) => first + at)];
  const seen = new Set<string>();
  const lane = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      seen.add(await runOnce(ports, seed, run));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const expected = outcomes.flatMap((outcome) => {
    const rare = outcome.endsWith('?') ? outcome.slice(0, -1) : null;
    if (rare === null) return outcome;
    return seen.has(rare) ? rare : [];
  });
  expect([...seen].toSorted(), `of ${TIMES} from RACE_SEED=${first}`).toEqual(expected.toSorted());
}

async function runOnce(ports: RoundPorts, seed: number, run: (round: Round) => Promise<string>): Promise<string> {
  const round = new Round(ports, new Chance(seed));
  try {
    const outcome = await run(round);
    expectOneReasonEach(round);
    return outcome;
  } catch (error) {
    const told = round.people.map((one) => `${one.name}: ${one.told.join(', ') || 'nothing'}`).join('; ');
    throw new Error(`with RACE_SEED=${seed}: ${String(error)}\n${told}`, { cause: error });
  } finally {
    await round.close();
  }
}
