import type { Notice } from '#protocol/ipc/notice.ts';
import type { Session } from '#protocol/session.ts';
import type { SessionInput } from '#meeting/session/input.ts';
import { exitNotices } from '#meeting/session/notices.ts';
import { reduce } from '#meeting/session/reduce.ts';

import type { ClientEnvironment } from './contract.ts';
import { Listeners, Turns } from './listeners.ts';

/** Holds the session and is the only one to change it; tells sessions and notices in the order in which they came. */
export class SessionStore {
  readonly sessions: Listeners<Session>;
  readonly notices: Listeners<Notice>;
  /** What else is told by the same client takes its turn here. */
  readonly turns: Turns;
  readonly #environment: ClientEnvironment;
  #session: Session = { phase: 'idle' };

  constructor(environment: ClientEnvironment) {
    this.#environment = environment;
    this.turns = new Turns(environment);
    this.sessions = new Listeners(this.turns);
    this.notices = new Listeners(this.turns);
  }

  get session(): Session {
    return this.#session;
  }

  /** Whether the session took the input in. The notices of an exit go out with its release, once (semantics rule 2). */
  dispatch(input: SessionInput): boolean {
    const before = this.#session;
    const after = reduce(before, input);
    if (after === before) return false;
    this.#session = after;
    if (after.phase !== before.phase || input.type === 'released') this.#log(after);
    this.sessions.tell(after);
    if (input.type === 'released' && after.phase === 'over') {
      for (const notice of exitNotices(after.exit)) this.notices.tell(notice);
    }
    return true;
  }

  #log(session: Session): void {
    const line = { at: 'client', what: `session-${session.phase}` } as const;
    if (session.phase !== 'over') {
      this.#environment.log(line);
      return;
    }
    const { reason, error, released } = session.exit;
    this.#environment.log({ ...line, reason: reason.code, error: error?.code ?? '', released });
  }
}
