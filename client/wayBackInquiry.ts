import type { ErrorCode } from '#protocol/errors.ts';
import type { Millis } from '#protocol/ids.ts';
import { isPassing } from '#meeting/session/refusals.ts';

import type { Refusal } from './connection.ts';
import type { Meeting } from './meeting.ts';
import { Scope } from './scope.ts';
import type { SessionStore } from './sessionStore.ts';
import { tellStanding } from './standing.ts';

/** Milliseconds until the room is asked again: after each answer twice as long, up to the most. */
const FIRST_MS = 5_000;
const MOST_MS = 300_000;

/** Milliseconds between two questions, however often somebody looks. */
const LEAST_MS = 2_000;

/** What says that the room can't be asked, which is worth a word of its own. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set(['connection-failed', 'unavailable', 'draining']);

/**
 * Asks after a stay, for as long as its end is on the screen, what the room would say to coming back: at once, seldomer
 * and seldomer by itself, and whenever somebody looks. So nobody is offered a way back that leads to a refusal.
 */
export class WayBackInquiry {
  readonly #meeting: Meeting;
  readonly #store: SessionStore;
  readonly #scope = new Scope();
  #pauseMs = FIRST_MS;
  #askedAt: Millis | null = null;
  #notBefore: Millis = 0;
  #underway = false;
  #cancelNext: () => void = () => {};

  constructor(meeting: Meeting, store: SessionStore) {
    this.#meeting = meeting;
    this.#store = store;
    this.#next(0);
  }

  /** Somebody looks: the answer should be fresh, and be kept so for a while. */
  lookedAt(): void {
    this.#pauseMs = FIRST_MS;
    const now = this.#meeting.environment.now();
    const since = this.#askedAt === null ? LEAST_MS : Math.abs(now - this.#askedAt);
    if (!this.#underway) this.#next(Math.max(0, LEAST_MS - since));
  }

  /** What is still answered is dropped. */
  stop(): void {
    this.#scope.close();
  }

  #next(ms: number): void {
    const { environment } = this.#meeting;
    const wait = Math.max(ms, this.#notBefore - environment.now());
    this.#cancelNext();
    this.#cancelNext = this.#scope.schedule(environment, wait, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    const { environment } = this.#meeting;
    this.#underway = true;
    this.#askedAt = environment.now();
    const answer = await this.#meeting.joinToken();
    this.#underway = false;
    if (this.#scope.closed) return;
    if (answer.ok) tellStanding(this.#store, answer.value);
    else if (!this.#tellRefusal(answer.error)) return;
    // Many who were put out at once don't ask at once ever after.
    this.#next(this.#pauseMs * (0.75 + environment.random() / 2));
    this.#pauseMs = Math.min(2 * this.#pauseMs, MOST_MS);
  }

  /** Whether there is any use in asking again: an answer like "barred" is for good. */
  #tellRefusal({ error, mayUnlock }: Refusal): boolean {
    const { code, retryAfterMs = 0 } = error;
    this.#notBefore = this.#meeting.environment.now() + retryAfterMs;
    if (isPassing(code) && !UNREACHABLE.has(code)) return true;
    this.#store.dispatch({ type: 'standing', role: null, refusal: error, mayUnlock });
    return isPassing(code);
  }
}
