import { describe, expect, test } from 'vitest';

import type { Comparison, Goal, Round } from '#tests/bench/contract.ts';
import {
  atLeastTimes,
  atMost,
  atMostAbove,
  atMostTimes,
  growthExponent,
  percentile,
  ratioTo,
} from '#tests/bench/statistics.ts';

const compare = (rounds: readonly Round[], goals: readonly Goal[] = []): Comparison => ({
  work: 'something',
  unit: 'ms',
  rounds,
  goals,
});

describe('figures', () => {
  test('a percentile lies between two figures where its rank does, whatever their order', () => {
    expect(percentile([4, 1, 3, 2], 50)).toBe(2.5);
    expect(percentile([10], 99)).toBe(10);
    expect(percentile([1, 2, 3, 4, 5], 95)).toBeCloseTo(4.8);
    expect(percentile([], 50)).toBeNaN();
  });

  test('a ratio is taken within each round, so that a slow round disturbs nobody', () => {
    const rounds = [
      { Parley: [2], peer: [1] },
      { Parley: [20], peer: [10] },
      { Parley: [3], peer: [1] },
    ];
    expect(ratioTo('peer', rounds)).toEqual({ median: 2, least: 2, most: 3 });
    expect(ratioTo('nobody', rounds)).toBeNull();
  });

  test('growth is the power of n', () => {
    const points = [10, 100, 1_000].map((n) => [n, 7 * n ** 0.3] as const);
    expect(growthExponent(points)).toBeCloseTo(0.3);
    expect(growthExponent([[10, 1]])).toBeNaN();
  });
});

describe('goals', () => {
  const rounds = [{ Parley: [3, 3, 9], peer: [2, 2, 2] }];

  test('are met at the limit and not above it', () => {
    expect(atMostTimes('peer', 1.5).judge(compare(rounds))).toEqual({ value: 1.5, met: true });
    expect(atMostTimes('peer', 1.4).judge(compare(rounds))).toMatchObject({ met: false });
    expect(atLeastTimes('peer', 1.5).judge(compare(rounds))).toEqual({ value: 1.5, met: true });
    expect(atLeastTimes('peer', 1.6).judge(compare(rounds))).toMatchObject({ met: false });
    expect(atMost(3, 'ms').judge(compare(rounds))).toEqual({ value: 3, met: true });
    expect(atMostAbove('peer', 1, 'ms').judge(compare(rounds))).toEqual({ value: 1, met: true });
    expect(atMostAbove('peer', 0.5, 'ms').judge(compare(rounds))).toMatchObject({ met: false });
  });

  test('allow what they say on top of the peer', () => {
    const goal = atMostTimes('peer', 1, { plus: 1, plusIs: 'one durable write' });
    expect(goal.says).toBe('at most 1 × peer plus one durable write');
    expect(goal.judge(compare(rounds))).toEqual({ value: 1, met: true });
  });

  test('can be about the slowest', () => {
    const goal = atMostTimes('peer', 1.5, { percent: 99 });
    expect(goal.says).toBe('p99 at most 1.5 × peer');
    expect(goal.judge(compare(rounds))).toMatchObject({ met: false });
  });

  test('say nothing where there are no figures', () => {
    expect(atMostTimes('nobody', 1).judge(compare(rounds))).toBeNull();
    expect(atMost(1, 'ms').judge(compare([{ peer: [1] }]))).toBeNull();
  });
});
