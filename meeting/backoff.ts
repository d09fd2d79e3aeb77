/** Milliseconds within which the first try after a loss falls. */
export const FIRST_TRY_MS = 1_000;

/** Milliseconds that no try waits longer than. */
export const LONGEST_WAIT_MS = 10_000;

/**
 * How long to wait before try number `attempt` (the first has 1), in ms: full jitter, so that a thousand clients which
 * lost the same server do not come back at the same moment. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const doublings = Math.max(0, attempt - 1);
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_TRY_MS * 2 ** Math.min(doublings, 10));
  return Math.floor(random * ceiling);
}
