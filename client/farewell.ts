import type { ErrorCode } from '#protocol/errors.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { ServerFrame, ServerFrameOf, Welcome } from '#protocol/wire/frame.ts';
import { backoffMs } from '#meeting/backoff.ts';
import { isPassing } from '#meeting/session/refusals.ts';

import type { CommandIds } from './commands.ts';
import type { Connection, ConnectionSink, Refusal } from './connection.ts';
import { Deferred } from './deferred.ts';
import { type Credentials, Entry } from './entry.ts';
import type { Meeting } from './meeting.ts';
import { Scope } from './scope.ts';

/** What a stay that ended here leaves behind for the server still to be told. */
export interface Unsaid {
  readonly meeting: Meeting;
  readonly leave: CommandOf<'leave'>;
  /** The stay's connection, if it had said hello on one. */
  readonly connection: Connection | null;
  readonly credentials: Credentials | null;
  readonly rev: number;
  /** After that the server has put me out by itself. */
  readonly withinMs: number;
}

/**
 * Tells the server of a leave that has taken effect here already: at once where the connection is open, as soon as it
 * opens where it was opening, else by coming back just to say so (semantics rule 7). Bounded by the grace time.
 */
export class Farewell implements ConnectionSink {
  /** Settles when the server knows, or when there is no telling it any more. */
  readonly done: Promise<void>;
  readonly #done = new Deferred<void>();
  readonly #scope = new Scope();
  readonly #meeting: Meeting;
  readonly #ids: CommandIds;
  readonly #rev: number;
  #leave: CommandOf<'leave'>;
  #credentials: Credentials | null;
  #connection: Connection | null = null;
  #attempt = 0;
  #withdrawn = false;

  constructor(unsaid: Unsaid, ids: CommandIds) {
    this.#meeting = unsaid.meeting;
    this.#ids = ids;
    this.#rev = unsaid.rev;
    this.#leave = unsaid.leave;
    this.#credentials = unsaid.credentials;
    this.done = this.#done.promise;
    this.#scope.schedule(this.#meeting.environment, unsaid.withinMs, () => this.#end('gave-up'));
    if (unsaid.connection === null) this.#try();
    else this.#adopt(unsaid.connection);
  }

  get room(): string {
    return this.#meeting.target.room;
  }

  /** Says nothing more: somebody else speaks for this person now, or the app ends. */
  stop(): void {
    this.#end('stopped');
  }

  onWelcome(welcome: Welcome): void {
    const { sessionId, resumeToken, incarnation } = welcome;
    this.#credentials = { sessionId, token: resumeToken, incarnation };
    this.#connection?.send({ type: 'ack-resume', token: resumeToken });
    this.#connection?.send(this.#leave);
  }

  /** They had not let me in yet: that is taken back, and there is nothing to leave. */
  onWaiting(): void {
    this.#withdraw();
  }

  onFrame(frame: ServerFrame): void {
    if (frame.type === 'meeting-left') this.#end('told');
    else if (frame.type === 'ok' && frame.id === this.#leave.id) this.#end('told');
    else if (frame.type === 'error' && frame.id === this.#leave.id) this.#onError(frame);
  }

  onRefused({ error }: Refusal): void {
    if (error.code !== 'resume-refused' && isPassing(error.code)) this.#again();
    else this.#end('unknown-there');
  }

  onClosed(_code: ErrorCode): void {
    if (this.#withdrawn) this.#end('told');
    else this.#again();
  }

  #adopt(connection: Connection): void {
    this.#connection = connection;
    connection.sink = this;
    // Said again if it was said before: the same id has no second effect.
    if (connection.welcomed) connection.send(this.#leave);
    else if (connection.waits) this.#withdraw();
  }

  #withdraw(): void {
    this.#withdrawn = true;
    this.#connection?.send({ type: 'withdraw' });
  }

  // Whoever was to be host is gone or was refused; what matters now is that this person is.
  #onError(frame: ServerFrameOf<'error'>): void {
    if (frame.code === 'not-joined' || this.#leave.handOverTo === undefined) {
      this.#end('unknown-there');
      return;
    }
    const { handOverTo: _, ...leave } = this.#leave;
    this.#leave = { ...leave, id: this.#ids.next() };
    this.#connection?.send(this.#leave);
  }

  #again(): void {
    if (this.#credentials === null) {
      this.#end('gave-up');
      return;
    }
    this.#attempt += 1;
    const { environment } = this.#meeting;
    this.#scope.schedule(environment, backoffMs(this.#attempt, environment.random()), () => this.#try());
  }

  #try(): void {
    if (this.#credentials === null) {
      this.#end('gave-up');
      return;
    }
    const way = { by: 'resume', credentials: this.#credentials, rev: this.#rev } as const;
    this.#connection = new Entry(this.#meeting, way, this).connection;
  }

  #end(outcome: 'told' | 'unknown-there' | 'gave-up' | 'stopped'): void {
    if (this.#scope.closed) return;
    this.#scope.close();
    this.#connection?.close();
    this.#meeting.environment.log({ at: 'client', what: 'farewell', outcome });
    this.#done.resolve();
  }
}
