import type { ErrorCode, ParleyError, Result } from '#protocol/errors.ts';
import type { JoinTokenAnswer } from '#protocol/http.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { Refusal } from './connection.ts';
import type { SwitchWay } from './contract.ts';
import type { Meeting } from './meeting.ts';
import type { SessionStore } from './sessionStore.ts';
import type { Stay } from './stay.ts';

/** Where a switch begins and where it leads. */
export interface Crossing {
  readonly store: SessionStore;
  readonly stay: Stay;
  readonly to: Meeting;
  readonly handOverTo: SwitchWay['handOverTo'];
}

/** The way out of one meeting for another, as far as standing between the two with everything released (1005). */
export class Switching {
  readonly #crossing: Crossing;
  #cancelled = false;

  constructor(crossing: Crossing) {
    this.#crossing = crossing;
  }

  /** It is not wanted any more; what has happened already has happened. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Settles between the meetings, or with why nothing came of it: then the stay is as it was, or over by something else. */
  async cross(): Promise<Result<null>> {
    const { stay, to, handOverTo } = this.#crossing;
    const refusal = refusalOf(await to.joinToken());
    if (this.#isMoot) return refuse('cancelled');
    if (refusal !== null) return { ok: false, error: refusal };
    const left = await stay.command({ type: 'leave', switching: true, ...(handOverTo && { handOverTo }) });
    // Out by somebody else's doing is an exit of its own, with its own dialog.
    if (!left.ok) return left.error.code === 'not-joined' ? refuse('cancelled') : left;
    await this.#released();
    return this.#isBetween ? { ok: true, value: null } : refuse('cancelled');
  }

  get #isMoot(): boolean {
    return this.#cancelled || this.#crossing.stay.over || !isInside(this.#crossing.store.session);
  }

  get #isBetween(): boolean {
    const { session } = this.#crossing.store;
    if (this.#cancelled || session.phase !== 'over') return false;
    return session.exit.released && session.exit.reason.type === 'SWITCH_ROOM';
  }

  /** The leave takes effect by itself, and whoever holds devices says when they are gone. */
  #released(): Promise<void> {
    const { store } = this.#crossing;
    return new Promise((resolve) => {
      const isOut = (): boolean =>
        !isInside(store.session) && (store.session.phase !== 'over' || store.session.exit.released);
      if (isOut()) {
        resolve();
        return;
      }
      const stopListening = store.sessions.add(() => {
        if (!isOut()) return;
        stopListening();
        resolve();
      });
    });
  }
}

/** What the other meeting would say to a join; null if it would let me in. */
function refusalOf(answer: Result<JoinTokenAnswer, Refusal>): ParleyError | null {
  if (!answer.ok) return answer.error.error;
  return answer.value.refusal === null ? null : { code: answer.value.refusal };
}

function refuse(code: ErrorCode): { readonly ok: false; readonly error: ParleyError } {
  return { ok: false, error: { code } };
}
