import type { Millis } from '#protocol/ids.ts';

/** Lets `rate` things a second through, and up to `burst` at once. */
export class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  #level: number;
  #at: Millis;

  constructor(rate: number, burst: number, now: Millis) {
    this.#rate = rate;
    this.#burst = burst;
    this.#level = burst;
    this.#at = now;
  }

  /** Takes one; false where none is left. */
  take(now: Millis): boolean {
    this.#level = Math.min(this.#burst, this.#level + (Math.max(0, now - this.#at) * this.#rate) / 1000);
    this.#at = now;
    if (this.#level < 1) return false;
    this.#level -= 1;
    return true;
  }
}

/** Addresses that are remembered before the oldest are forgotten. */
const MOST_KEYS = 50_000;

/** Counts how often something happened by key (an address) within a sliding window. */
export class WindowLimit {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #times = new Map<string, readonly Millis[]>();

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Milliseconds until the key may try again; 0 if it may now. */
  waitMs(key: string, now: Millis): number {
    const times = this.#within(key, now);
    if (times.length < this.#most) return 0;
    return (times.at(-this.#most) ?? now) + this.#windowMs - now;
  }

  count(key: string, now: Millis): void {
    const times = [...this.#within(key, now), now].slice(-this.#most);
    // Deleted first, so that the map stays in the order of last use and the first keys are the oldest.
    this.#times.delete(key);
    this.#times.set(key, times);
    if (this.#times.size > MOST_KEYS) {
      const [oldest] = this.#times.keys();
      if (oldest !== undefined) this.#times.delete(oldest);
    }
  }

  #within(key: string, now: Millis): readonly Millis[] {
    return (this.#times.get(key) ?? []).filter((time) => time > now - this.#windowMs);
  }
}
