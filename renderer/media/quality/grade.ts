import type { LinkRates } from './rates.ts';

/** How well a link carries voices and pictures. */
export type Grade = 'good' | 'fair' | 'poor';

/** A grade, and how long the link has been another than that. */
export interface Graded {
  readonly grade: Grade;
  /** In how many looks in a row it was worse, or better. */
  readonly worse: number;
  readonly better: number;
}

export const FIRST: Graded = { grade: 'good', worse: 0, better: 0 };

/**
 * From where on talking suffers. Round trip: ITU-T G.114 has 150 ms one way as hardly noticed and 400 as the most for a
 * conversation. Loss: Opus conceals a few in a hundred; pictures stutter before voices do.
 */
const LIMITS = {
  fair: { loss: 0.03, roundTripMs: 300, jitterMs: 40 },
  poor: { loss: 0.1, roundTripMs: 700, jitterMs: 100 },
} as const;

/** To be better again, a link has to be better by this much than what made it worse. */
const MARGIN = 0.7;

/** So many looks in a row make a grade worse, and so many better: bad moments pass, and a mark must not flicker. */
const LOOKS_TO_WORSE = 2;
const LOOKS_TO_BETTER = 4;

const ORDER: readonly Grade[] = ['good', 'fair', 'poor'];
const isWorse = (one: Grade, other: Grade): boolean => ORDER.indexOf(one) > ORDER.indexOf(other);

/** How a link is by the figures of one look alone; `slack` below 1 asks for more. */
function gradeNow({ lossIn, lossOut, roundTripMs, jitterMs }: LinkRates, slack: number): Grade {
  const loss = Math.max(lossIn ?? 0, lossOut ?? 0);
  const reaches = ({ loss: most, roundTripMs: longest, jitterMs: uneven }: (typeof LIMITS)['fair' | 'poor']): boolean =>
    loss >= most * slack || (roundTripMs ?? 0) >= longest * slack || (jitterMs ?? 0) >= uneven * slack;
  if (reaches(LIMITS.poor)) return 'poor';
  return reaches(LIMITS.fair) ? 'fair' : 'good';
}

/** The grade after one more look: worse soon, better slowly, and never by one look alone. */
export function gradeAfter(before: Graded, rates: LinkRates): Graded {
  const now = gradeNow(rates, 1);
  if (isWorse(now, before.grade)) {
    const worse = before.worse + 1;
    return worse >= LOOKS_TO_WORSE ? { grade: now, worse: 0, better: 0 } : { grade: before.grade, worse, better: 0 };
  }
  const surely = gradeNow(rates, MARGIN);
  if (!isWorse(before.grade, surely)) return { grade: before.grade, worse: 0, better: 0 };
  const better = before.better + 1;
  return better >= LOOKS_TO_BETTER ? { grade: surely, worse: 0, better: 0 } : { grade: before.grade, worse: 0, better };
}

/**
 * How my own network is, by my links to all others: where most of them are poor it is not the others. With one other
 * person nobody can tell whose it is, and what helps is the same.
 */
export function myGrade(grades: readonly Grade[]): Grade {
  const poor = grades.filter((grade) => grade === 'poor').length;
  if (poor > 0 && poor * 2 > grades.length) return 'poor';
  const notGood = grades.filter((grade) => grade !== 'good').length;
  return notGood > 0 && notGood * 2 > grades.length ? 'fair' : 'good';
}
