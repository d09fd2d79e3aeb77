/** Whether somebody speaks, from how loud they are over time. */
export interface Speech {
  readonly speaking: boolean;
  /** When it was last loud enough to go on speaking; ms. */
  readonly heardAt: number;
}

export const SILENT: Speech = { speaking: false, heardAt: Number.NEGATIVE_INFINITY };

/** Loudness (0..1) that begins speech, the lesser one that keeps it up, and the pause (ms) that speech may have. */
const BEGIN = 0.5;
const KEEP = 0.35;
const PAUSE = 700;

/** Begins at a loud moment, and ends only after a pause longer than those between words: the mark does not flicker. */
export function hear(speech: Speech, level: number, at: number): Speech {
  if (level >= (speech.speaking ? KEEP : BEGIN)) return { speaking: true, heardAt: at };
  if (speech.speaking && at - speech.heardAt > PAUSE) return { speaking: false, heardAt: speech.heardAt };
  return speech;
}
