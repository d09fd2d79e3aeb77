import type { Context, Round } from '../contract.ts';

/** Lets each do its work once a round, beginning with another one each time; the first rounds warm up. */
export async function interleave<Figures>(
  { scale, say }: Context,
  works: Readonly<Record<string, () => Promise<Figures>>>,
): Promise<readonly Readonly<Record<string, Figures>>[]> {
  const results: Readonly<Record<string, Figures>>[] = [];
  const named = Object.entries(works);
  for (let round = 0; round < scale.warmUp + scale.rounds; round += 1) {
    const figures: Record<string, Figures> = {};
    for (let turn = 0; turn < named.length; turn += 1) {
      const [name, work] = named[(round + turn) % named.length] ?? [];
      if (name !== undefined && work !== undefined) figures[name] = await work();
    }
    if (round >= scale.warmUp) results.push(figures);
    say(round < scale.warmUp ? 'warmed up' : `round ${round - scale.warmUp + 1} of ${scale.rounds}`);
  }
  return results;
}

/** The rounds as a comparison has them, contestants in the order of `names`. */
export function pick<Figures>(
  results: readonly Readonly<Record<string, Figures>>[],
  names: readonly string[],
  figures: (of: Figures) => readonly number[],
): readonly Round[] {
  return results.map((round) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const each = round[name];
        return each === undefined ? [] : [[name, figures(each)] as const];
      }),
    ),
  );
}
