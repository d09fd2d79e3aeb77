import type { Context, Round } from '../contract.ts';
import { Contestant, IN_ORDER, type Kind } from './contestant.ts';

/**
 * Starts the contestants and lets each do the work once a round, beginning with another one each time, so that what
 * disturbs the machine disturbs all. The first rounds only warm them up.
 */
export async function takeTurns<Figures>(
  context: Context,
  kinds: readonly Kind[],
  work: (contestant: Contestant) => Promise<Figures>,
): Promise<readonly ReadonlyMap<Kind, Figures>[]> {
  const { rounds, warmUp } = context.scale;
  const contestants: Contestant[] = [];
  const results: ReadonlyMap<Kind, Figures>[] = [];
  try {
    const before: readonly Kind[] = context.before === null ? [] : ['Parley before'];
    for (const kind of [...kinds, ...before]) contestants.push(await Contestant.start(kind, context));
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const figures = new Map<Kind, Figures>();
      for (let turn = 0; turn < contestants.length; turn += 1) {
        const contestant = contestants[(round + turn) % contestants.length];
        if (contestant) figures.set(contestant.kind, await work(contestant));
      }
      if (round >= warmUp) results.push(figures);
      context.say(round < warmUp ? 'warmed up' : `round ${round - warmUp + 1} of ${rounds}`);
    }
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
  }
  return results;
}

/** The rounds as a comparison has them. */
export function roundsOf<Figures>(
  results: readonly ReadonlyMap<Kind, Figures>[],
  figures: (of: Figures) => readonly number[],
): readonly Round[] {
  return results.map((round) =>
    Object.fromEntries(
      IN_ORDER.flatMap((kind) => {
        const each = round.get(kind);
        return each === undefined ? [] : [[kind, figures(each)] as const];
      }),
    ),
  );
}
