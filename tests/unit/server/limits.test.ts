import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { TokenBucket, WindowLimit } from '#server/transport/limits.ts';

describe('a token bucket', () => {
  test('lets its burst through at once, then its rate', () => {
    const bucket = new TokenBucket(20, 60, 0);
    const taken = (now: number) => Array.from({ length: 100 }, () => bucket.take(now)).filter(Boolean).length;
    expect([taken(0), taken(0), taken(500), taken(1_500), taken(1_000_000)]).toEqual([60, 0, 10, 20, 60]);
  });

  test('never lets more through than burst and rate together allow, and gives nothing for a clock that went back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 200 }), { maxLength: 200 }), (steps) => {
        const bucket = new TokenBucket(10, 5, 0);
        let now = 0;
        let latest = 0;
        let forward = 0;
        let taken = 0;
        for (const step of steps) {
          now += step;
          forward += Math.max(0, now - latest);
          latest = now;
          if (bucket.take(now)) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(5 + (forward * 10) / 1_000 + 1e-6);
      }),
    );
  });
});

describe('a limit within a window', () => {
  test('says how long to wait, by key', () => {
    const limit = new WindowLimit(3, 1_000);
    for (const now of [0, 100, 200]) limit.count('a', now);
    expect(limit.waitMs('a', 300)).toBe(700);
    expect(limit.waitMs('b', 300)).toBe(0);
    expect(limit.waitMs('a', 999)).toBe(1);
    expect(limit.waitMs('a', 1_000)).toBe(0);
    limit.count('a', 1_050);
    expect(limit.waitMs('a', 1_060)).toBe(40);
  });

  test('forgets whom it has not seen for longest when there are too many', () => {
    const limit = new WindowLimit(1, 1_000_000);
    limit.count('first', 0);
    for (let index = 0; index < 50_000; index += 1) limit.count(`k${index}`, 1);
    expect(limit.waitMs('first', 2)).toBe(0);
    expect(limit.waitMs('k49999', 2)).toBeGreaterThan(0);
  });
});
