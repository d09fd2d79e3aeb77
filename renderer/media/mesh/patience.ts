/** Milliseconds that a link may take from offer to connected before it is tried anew. */
export const HANDSHAKE_MS = 15_000;

/** Milliseconds without a word on an offer after which the other side is told that there was one. */
export const SILENCE_MS = 3_000;

/** Milliseconds that an ICE restart may take before the link is rebuilt. */
export const RESTART_MS = 5_000;

/** Milliseconds without packets after which the answering side asks for a new link: after the other had its time. */
export const ASK_MS = RESTART_MS + 1_000;

/** Milliseconds that the answering side waits for a newcomer's first offer before it asks for one. */
export const FIRST_OFFER_MS = 4_000;

/** Milliseconds within which an answer that crossed with an `ask` must have come. */
export const CROSSING_MS = 400;

/** Milliseconds before the `attempt`th (0, 1, ...) recovery in a row. Only one side acts, so nothing needs spreading. */
export function recoveryDelay(attempt: number): number {
  return Math.min(8_000, 200 * 2 ** attempt);
}

const DAY = 86_400_000;

/**
 * By how much the offer after `unheard` offers in a row that did not get through is numbered higher: not at all at first,
 * because one may be lost, then by a day, by 16, by 256, and by no more than 1,048,576, so that numbers stay exact.
 */
export function leap(unheard: number): number {
  return unheard <= 1 ? 0 : DAY * 16 ** Math.min(unheard - 2, 5);
}
