import type { Comparison, Goal, Round } from './contract.ts';
import { OURS } from './contract.ts';

export interface Summary {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** Of any figures, in any order; between two of them where the rank falls between. NaN of none. */
export function percentile(figures: readonly number[], percent: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const rank = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? NaN;
  const above = sorted[Math.ceil(rank)] ?? NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}

export const median = (figures: readonly number[]): number => percentile(figures, 50);

export function summaryOf(figures: readonly number[]): Summary {
  return {
    count: figures.length,
    median: median(figures),
    p95: percentile(figures, 95),
    p99: percentile(figures, 99),
  };
}

/** Everybody who had a turn, in the order of the first round. */
export function contestantsOf(rounds: readonly Round[]): readonly string[] {
  return [...new Set(rounds.flatMap((round) => Object.keys(round)))];
}

export const figuresOf = (rounds: readonly Round[], contestant: string): readonly number[] =>
  rounds.flatMap((round) => round[contestant] ?? []);

export interface Ratio {
  /** Of the rounds' ratios. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Ours to the peer's, at a percentile within each round; null where they never met in one. */
export function ratioTo(peer: string, rounds: readonly Round[], percent = 50): Ratio | null {
  const ratios = rounds.flatMap((round) => {
    const ours = round[OURS];
    const theirs = round[peer];
    return ours && theirs ? [percentile(ours, percent) / percentile(theirs, percent)] : [];
  });
  if (ratios.length === 0) return null;
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/**
 * By which power the figure grows with n: 1 for what is linear. The slope of the straight line through the logarithms
 * (least squares). NaN of fewer than two points.
 */
export function growthExponent(points: readonly (readonly [n: number, figure: number])[]): number {
  const logs = points.map(([n, figure]) => [Math.log(n), Math.log(figure)] as const);
  const mean = (of: 0 | 1): number => logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
  const [meanN, meanFigure] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [n, figure]) => sum + (n - meanN) * (figure - meanFigure), 0);
  return covariance / logs.reduce((sum, [n]) => sum + (n - meanN) ** 2, 0);
}

interface AgainstPeer {
  readonly percent?: number;
  /** Allowed on top of the peer's, in the comparison's unit. */
  readonly plus?: number;
  readonly plusIs?: string;
}

/** Ours is at most so many times the peer's, by the medians of the rounds. */
export function atMostTimes(peer: string, factor: number, { percent = 50, plus = 0, plusIs }: AgainstPeer = {}): Goal {
  const extra = plusIs === undefined ? '' : ` plus ${plusIs}`;
  return {
    says: `${percent === 50 ? '' : `p${percent} `}at most ${round(factor)} × ${peer}${extra}`,
    judge: ({ rounds }) => {
      const less = rounds.map((each) => ({ ...each, [OURS]: (each[OURS] ?? []).map((figure) => figure - plus) }));
      const ratio = ratioTo(peer, plus === 0 ? rounds : less, percent);
      return ratio && { value: ratio.median, met: ratio.median <= factor };
    },
  };
}

/** Ours is at least so many times the peer's: for figures of which more is better. */
export function atLeastTimes(peer: string, factor: number): Goal {
  return {
    says: `at least ${round(factor)} × ${peer}`,
    judge: ({ rounds }) => {
      const ratio = ratioTo(peer, rounds);
      return ratio && { value: ratio.median, met: ratio.median >= factor };
    },
  };
}

/** Our own figure, whatever the peers' are. */
export function atMost(limit: number, unit: string, percent = 50): Goal {
  return {
    says: `${percent === 50 ? '' : `p${percent} `}at most ${limit} ${unit}`.trimEnd(),
    judge: ({ rounds }: Comparison) => {
      const ours = figuresOf(rounds, OURS);
      const value = percentile(ours, percent);
      return ours.length === 0 ? null : { value, met: value <= limit };
    },
  };
}

/** So much more than the peer, in the comparison's unit, by the median of the rounds' differences. */
export function atMostAbove(peer: string, difference: number, unit: string): Goal {
  return {
    says: `at most ${difference} ${unit} above ${peer}`,
    judge: ({ rounds }) => {
      const differences = rounds.flatMap((each) => {
        const [ours, theirs] = [each[OURS], each[peer]];
        return ours && theirs ? [median(ours) - median(theirs)] : [];
      });
      return differences.length === 0 ? null : { value: median(differences), met: median(differences) <= difference };
    },
  };
}

const round = (factor: number): string => String(Math.round(factor * 1000) / 1000);
