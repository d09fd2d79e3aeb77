import { afterEach, describe, expect, test, vi } from 'vitest';

import { createSteadyClock } from '#server/clock.ts';
import { within } from '#server/within.ts';

import { FakeClock } from './fakeClock.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the steady clock', () => {
  test('does not jump when the machine’s clock is set, until it is told that nothing hangs on it', () => {
    const clock = createSteadyClock();
    const before = clock.now();
    const day = 86_400_000;
    const real = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(real + day);
    expect(clock.now() - before).toBeLessThan(60_000);
    clock.settle?.();
    expect(clock.now() - before).toBeGreaterThanOrEqual(day);
    vi.spyOn(Date, 'now').mockReturnValue(real - 600_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(day);
    clock.settle?.();
    expect(clock.now() - before).toBeLessThan(0);
  });

  test('tells the machine’s time, in whole milliseconds', () => {
    const clock = createSteadyClock();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
    expect(Number.isSafeInteger(clock.now())).toBe(true);
  });
});

describe('waiting only so long', () => {
  test('settles as the promise does, in time', async () => {
    const clock = new FakeClock();
    expect(await within(clock, 100, Promise.resolve('done'))).toBe('done');
    await expect(within(clock, 100, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  test('rejects when the time is over', async () => {
    const clock = new FakeClock();
    const waiting = within(clock, 100, new Promise(() => {}));
    clock.advance(100);
    await expect(waiting).rejects.toThrow('no answer in time');
  });
});
