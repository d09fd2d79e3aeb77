import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { backoffMs } from '#meeting/backoff.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('the first try after a loss comes within a second', () => {
  expect(backoffMs(1, 0)).toBe(0);
  expect(backoffMs(1, 0.5)).toBe(500);
  expect(backoffMs(1, 0.999)).toBe(999);
});

test('later tries spread over twice the time each, and over ten seconds at most', () => {
  expect([2, 3, 4, 5, 6, 100].map((attempt) => backoffMs(attempt, 0.5))).toEqual([1000, 2000, 4000, 5000, 5000, 5000]);
});

test('no try waits for a negative time, a fraction, or more than ten seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), chance, (attempt, random) => {
      const ms = backoffMs(attempt, random);
      expect(Number.isInteger(ms)).toBe(true);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThan(attempt === 1 ? 1_000 : 10_000);
    }),
  );
});

test('a thousand clients that lost the same server do not come back at the same moment', () => {
  const times = new Set(Array.from({ length: 1_000 }, (_, client) => backoffMs(1, client / 1_000)));
  expect(times.size).toBe(1_000);
});
