import type { Comparison, Context, Goal, Scenario } from '../../contract.ts';
import { readDurableWrite } from '../../machine.ts';
import { atMost, atMostTimes, contestantsOf, figuresOf, growthExponent, median } from '../../statistics.ts';
import { type Contestant, WITH_ROOMS } from '../contestant.ts';
import type { LifeAnswer } from '../generator/works/life.ts';
import { roundsOf, takeTurns } from '../takeTurns.ts';

const SIZES = [10, 100, 500, 1_000] as const;
const QUICK_SIZES = [10, 100] as const;

/** Small rooms live so shortly that one of them says nothing. */
const livesOf = (people: number): number => Math.max(1, Math.min(10, Math.floor(200 / people)));
/** Who leaves one after the other, of the largest room. */
const LEAVES = 8;

/** Takes part in the comparison of ends: what nobody who keeps an end for good can do without. */
const WRITE = 'a durable write';

interface Lived {
  readonly lives: ReadonlyMap<number, readonly LifeAnswer[]>;
  /** Of writes to the same disk, right before. */
  readonly durableMs: readonly number[];
}

/** Within each round: at most so many times the peer's time, and the write's. */
const endGoal: Goal = {
  says: 'at most 1.3 × plain ws plus a durable write',
  judge: ({ rounds }) => {
    const ratios = rounds.map((round) => {
      const [ours, theirs, write] = ['Parley', 'plain ws', WRITE].map((name) => median(round[name] ?? []));
      return (ours ?? NaN) / (1.3 * (theirs ?? NaN) + (write ?? NaN));
    });
    return { value: median(ratios), met: median(ratios) <= 1 };
  },
};

/** Joins, leaves and ends of rooms of several sizes, and how their times grow with the size. */
export const rooms: Scenario = {
  name: 'rooms',
  group: 'server',
  about: 'join, leave and end rooms of 10 to 1,000',
  async run(context) {
    const sizes = context.scale.quick ? QUICK_SIZES : SIZES;
    const largest = sizes.at(-1) ?? 0;
    const results = await takeTurns(context, WITH_ROOMS, (contestant) =>
      liveThrough(contestant, sizes, context.folder),
    );
    const compare = (
      work: string,
      size: number,
      figures: (life: LifeAnswer) => readonly number[],
      goals: readonly Goal[],
    ): Comparison => ({
      work,
      unit: 'ms',
      rounds: roundsOf(results, ({ lives }) => (lives.get(size) ?? []).flatMap(figures)),
      goals,
    });
    const writes = roundsOf(results, ({ durableMs }) => durableMs).map((round) => ({
      [WRITE]: Object.values(round).flat(),
    }));
    const joins = sizes.map((size) =>
      compare(`${size} join one room, all know all`, size, ({ joinMs }) => [joinMs], joinGoals(size)),
    );
    const ends = sizes.map((size) => {
      const ended = compare(`end, room of ${size}, last one told`, size, ({ endMs }) => [endMs], [endGoal]);
      const rounds = ended.rounds.map((round, index) => Object.assign({}, round, writes[index]));
      return { ...ended, rounds };
    });
    const leave = compare(`leave, room of ${largest}, last one told`, largest, ({ leaveMs }) => leaveMs, [
      atMostTimes('batched ws', 1.3),
    ]);
    return [...joins, ...growthOf(context, joins, sizes), leave, ...ends];
  },
};

async function liveThrough(contestant: Contestant, sizes: readonly number[], folder: string): Promise<Lived> {
  const durableMs = [readDurableWrite(folder)];
  const lives = new Map<number, readonly LifeAnswer[]>();
  for (const people of sizes) {
    const answers: LifeAnswer[] = [];
    for (let life = 0; life < livesOf(people); life += 1) {
      answers.push(await contestant.life({ people, mass: false, leaves: people === sizes.at(-1) ? LEAVES : 0 }));
    }
    lives.set(people, answers);
  }
  return { lives, durableMs };
}

function joinGoals(size: number): readonly Goal[] {
  if (size === 100) return [atMostTimes('socket.io', 1 / 3), atMostTimes('batched ws', 1.5)];
  if (size === 1_000) return [atMostTimes('plain ws', 1 / 5), atMostTimes('socket.io', 1 / 7)];
  return [];
}

/** The power of n by which the time of one join grows, for each contestant, from the rooms of 100 upwards. */
function growthOf({ scale }: Context, joins: readonly Comparison[], sizes: readonly number[]): readonly Comparison[] {
  if (scale.quick) return [];
  const points = joins.map((join, index) => [sizes[index] ?? 0, join] as const).filter(([size]) => size >= 100);
  const exponents = contestantsOf(joins[0]?.rounds ?? []).map((contestant) => {
    const perJoin = points.map(([n, { rounds }]) => [n, median(figuresOf(rounds, contestant)) / n] as const);
    return [contestant, [growthExponent(perJoin)]] as const;
  });
  const work = 'growth of the time for one join, as a power of n (100 to 1,000)';
  return [{ work, unit: '', rounds: [Object.fromEntries(exponents)], goals: [atMost(0.3, '')] }];
}
