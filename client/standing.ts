import type { ParleyError } from '#protocol/errors.ts';
import type { Standing } from '#protocol/http.ts';
import { isPassing } from '#meeting/session/refusals.ts';

import type { Refusal } from './connection.ts';
import type { Meeting } from './meeting.ts';
import { Scope } from './scope.ts';
import type { SessionStore } from './sessionStore.ts';

/**
 * Asks once, while somebody looks at a meeting from outside, what the room would say to a join, and tells the session. The
 * token that comes with the answer is let go: a join gets its own, because what holds is what the room says then.
 */
export class StandingInquiry {
  readonly #meeting: Meeting;
  readonly #store: SessionStore;
  readonly #scope = new Scope();

  constructor(meeting: Meeting, store: SessionStore) {
    this.#meeting = meeting;
    this.#store = store;
    // Later, so that whoever joins without looking asks only once.
    this.#scope.schedule(meeting.environment, 0, () => void this.#ask());
  }

  /** Nobody looks any more: whatever is still answered is dropped. */
  stop(): void {
    this.#scope.close();
  }

  async #ask(): Promise<void> {
    const answer = await this.#meeting.joinToken();
    if (this.#scope.closed) return;
    if (answer.ok) tellStanding(this.#store, answer.value);
    else this.#tellRefusal(answer.error);
  }

  /** What may pass by the time of the join is not worth a word; that the server can't be reached is. */
  #tellRefusal({ error, mayUnlock, mayAppeal }: Refusal): void {
    const { code } = error;
    if (isPassing(code) && code !== 'connection-failed') return;
    this.#store.dispatch({ type: 'standing', role: null, refusal: error, mayUnlock, mayAppeal });
  }
}

/** What a room has said about itself is in the session. */
export function tellStanding(store: SessionStore, standing: Standing): void {
  const { role, permissions, speakersFull, refusal, mayUnlock, mustWait, recorded } = standing;
  const error: ParleyError | null = refusal === null ? null : { code: refusal };
  store.dispatch({
    type: 'standing',
    role,
    ...(permissions && { permissions }),
    ...(speakersFull === true && { speakersFull }),
    refusal: error,
    mayUnlock: refusal === 'room-locked' && mayUnlock,
    ...(mustWait && { mustWait }),
    ...(recorded && { recorded }),
  });
}
