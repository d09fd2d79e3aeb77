import type { IncomingSignal } from '#protocol/ipc/contract.ts';

/** Milliseconds that a signal may wait for its participant to be known. */
const HOLD_MS = 10_000;
/** Signals held at most: the oldest give way, so that nobody can fill the page's memory. */
const HOLD_MOST = 256;

/** Signals that came before whoever sent them was known: an offer may overtake the snapshot that names its sender. */
export interface HeldSignals {
  hold(signal: IncomingSignal): void;
  /** Offers each to `take`, in order; keeps those that it does not take, until they are too old. */
  release(take: (signal: IncomingSignal) => boolean): void;
  clear(): void;
}

export function createHeldSignals(now: () => number): HeldSignals {
  let held: { readonly signal: IncomingSignal; readonly at: number }[] = [];
  return {
    hold(signal) {
      held.push({ signal, at: now() });
      if (held.length > HOLD_MOST) held.shift();
    },
    release(take) {
      if (held.length === 0) return;
      const oldest = now() - HOLD_MS;
      held = held.filter(({ signal, at }) => at >= oldest && !take(signal));
    },
    clear() {
      held = [];
    },
  };
}
