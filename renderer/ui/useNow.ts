import { useEffect, useState } from 'react';

/** The time on this machine, in ms since the epoch, anew every second or as often as is said (ms). */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/**
 * The time on this machine when it mattered last: anew after as many ms as `untilNext` says of a time, and not at all where
 * it says null. For what changes once or twice in a meeting. The clock is looked at every second, because one long timer
 * would be late by as long as the machine sleeps; nothing is drawn before it is time.
 */
export function useNowAgain(untilNext: (now: number) => number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const wait = untilNext(now);
  const at = wait === null ? null : now + wait;
  useEffect(() => {
    if (at === null) return undefined;
    const timer = setInterval(() => {
      if (Date.now() >= at) setNow(Date.now());
    }, 1000);
    return () => clearInterval(timer);
  }, [at]);
  return now;
}
