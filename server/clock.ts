import { performance } from 'node:perf_hooks';

import type { Millis } from '#protocol/ids.ts';

/** Time as the server sees it; passed in, so that tests can own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): Millis;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  schedule(ms: number, task: () => void): () => void;
  /** Milliseconds since the epoch as the machine has them, jumps and all: for what other programs compare with theirs. */
  wall?(): Millis;
  /** Nothing waits for a point in time just now: the clock may follow the machine's, if that was set. */
  settle?(): void;
}

/** Milliseconds by which the machine's clock may be off before it is followed. */
const TOLERANCE_MS = 1_000;

/**
 * A clock that does not jump when the machine's clock is set, because grace times hang on it. It follows the machine's
 * again at a moment when nothing can expire by that.
 */
export function createSteadyClock(): Clock {
  let anchor = Date.now() - performance.now();
  const steady = () => Math.round(anchor + performance.now());
  return {
    now: steady,
    schedule: (ms, task) => {
      const timer = setTimeout(task, Math.max(0, ms));
      return () => {
        clearTimeout(timer);
      };
    },
    wall: () => Date.now(),
    settle: () => {
      if (Math.abs(Date.now() - steady()) > TOLERANCE_MS) anchor = Date.now() - performance.now();
    },
  };
}
