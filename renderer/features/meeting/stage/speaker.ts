/** Whom the speaker view follows, and since when somebody else speaks. Times are this machine's, in ms. */
export interface SpeakerState {
  readonly current: string | null;
  /** When they became it. */
  readonly since: number;
  /** When they were heard last: at the last look, if they spoke then. */
  readonly heardAt: number;
  readonly isHeard: boolean;
  /** Who may be next, from when they began to speak. */
  readonly next: Candidate | null;
}

interface Candidate {
  readonly id: string;
  readonly since: number;
  readonly heardAt: number;
  readonly isHeard: boolean;
}

export const NO_SPEAKER: SpeakerState = {
  current: null,
  since: Number.NEGATIVE_INFINITY,
  heardAt: Number.NEGATIVE_INFINITY,
  isHeard: false,
  next: null,
};

export interface Heard {
  readonly at: number;
  /** Who speaks right now, without me: I know that I do. In the order in which they came. */
  readonly speaking: readonly string[];
  /** Everybody but me, in the order in which they came. */
  readonly present: readonly string[];
}

/** Milliseconds that somebody must speak, into silence, to be shown. */
export const INTO_SILENCE_MS = 800;
/** Milliseconds that somebody must speak while the one who is shown speaks too: more than a "yes, exactly". */
export const INTO_SPEECH_MS = 3_000;
/** Milliseconds for which whoever is shown stays so, at least. */
export const STAY_MS = 2_000;
/** A breath between two words: so many milliseconds of silence end nothing. */
export const BREATH_MS = 700;

/**
 * The next state, the very same one where nothing changes: short interruptions do not switch, breaths do not count as an
 * end, and nobody gives way to silence. Look again at `speakerDue`.
 */
export function nextSpeaker(state: SpeakerState, { at, speaking, present }: Heard): SpeakerState {
  const isHere = state.current !== null && present.includes(state.current);
  if (!isHere) return started(speaking[0] ?? state.next?.id, present, at);
  const isHeard = state.current !== null && speaking.includes(state.current);
  // Who spoke at the last look did so until now.
  const heardAt = isHeard || state.isHeard ? at : state.heardAt;
  const next = candidate(state, speaking, present, at);
  const now: SpeakerState = { ...state, heardAt, isHeard, next };
  if (next && at >= due(now)) {
    return { current: next.id, since: at, heardAt: next.heardAt, isHeard: next.isHeard, next: null };
  }
  return isSame(now, state) ? state : now;
}

/** When `nextSpeaker` would say something else if everybody goes on as they do; null: never. */
export function speakerDue(state: SpeakerState, speaking: readonly string[]): number | null {
  const { current, next } = state;
  if (current === null || next === null) return null;
  if (!speaking.includes(next.id)) return next.heardAt + BREATH_MS;
  return due({ ...state, isHeard: speaking.includes(current) });
}

function started(first: string | undefined, present: readonly string[], at: number): SpeakerState {
  const current = first !== undefined && present.includes(first) ? first : (present[0] ?? null);
  return current === null ? NO_SPEAKER : { current, since: at, heardAt: at, isHeard: false, next: null };
}

/** When the one who waits may follow. */
function due({ since, heardAt, isHeard, next }: SpeakerState): number {
  if (!next) return Number.POSITIVE_INFINITY;
  const stays = since + STAY_MS;
  // Silence counts from the end of a breath.
  const intoSilence = Math.max(next.since + INTO_SILENCE_MS, heardAt + BREATH_MS);
  const intoSpeech = next.since + INTO_SPEECH_MS;
  return Math.max(stays, isHeard ? intoSpeech : Math.min(intoSilence, intoSpeech));
}

function candidate(
  { current, next }: SpeakerState,
  speaking: readonly string[],
  present: readonly string[],
  at: number,
): SpeakerState['next'] {
  if (next && present.includes(next.id)) {
    const isHeard = speaking.includes(next.id);
    const heardAt = isHeard || next.isHeard ? at : next.heardAt;
    if (isHeard || at - heardAt < BREATH_MS) return { ...next, heardAt, isHeard };
  }
  const id = speaking.find((one) => one !== current);
  return id === undefined ? null : { id, since: at, heardAt: at, isHeard: true };
}

const isSame = (a: SpeakerState, b: SpeakerState): boolean =>
  a.current === b.current && a.heardAt === b.heardAt && a.isHeard === b.isHeard && isSameNext(a.next, b.next);

const isSameNext = (a: Candidate | null, b: Candidate | null): boolean =>
  a?.id === b?.id && a?.since === b?.since && a?.heardAt === b?.heardAt && a?.isHeard === b?.isHeard;
