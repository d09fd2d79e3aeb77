import type { ChatContent, ChatMessage, TypingNews } from '#protocol/chat.ts';
import type { ErrorCode, ParleyError, Result } from '#protocol/errors.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { CommandId, Millis, Rev } from '#protocol/ids.ts';
import type { Command, CommandOf, CommandRequest } from '#protocol/wire/command.ts';
import type { ClientFrame, MeetingLeft, SendSignal, ServerFrame, Waiting, Welcome } from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';
import { isPassing } from '#meeting/session/refusals.ts';

import type { CommandIds } from './commands.ts';
import type { ConnectionSink, Refusal } from './connection.ts';
import { Deferred } from './deferred.ts';
import { type Appearance, type Credentials, Entry, type Way } from './entry.ts';
import { Farewell } from './farewell.ts';
import { Inside } from './inside.ts';
import type { Meeting } from './meeting.ts';
import { RetryTimes } from './retryTimes.ts';
import { Scope } from './scope.ts';
import type { SessionStore } from './sessionStore.ts';

/** Milliseconds that a leave may wait for the server's answer before it takes effect here without it. */
const LEAVE_MS = 2_000;

/** Milliseconds in which a connection that is asked must show that it lives. */
const CHECK_MS = 5_000;

export interface StayPorts {
  readonly meeting: Meeting;
  readonly store: SessionStore;
  readonly ids: CommandIds;
  deliver(signal: IncomingSignal): void;
  onMessage(message: ChatMessage): void;
  onTyping(typing: TypingNews): void;
  /** A leave that the server still has to be told of, after the stay is over here. */
  onFarewell(farewell: Farewell): void;
}

/** One stay in a meeting, from the first try to get in until it is over, over however many connections. */
export class Stay implements ConnectionSink {
  readonly #ports: StayPorts;
  readonly #scope = new Scope();
  readonly #entered = new Deferred<Result<null>>();
  readonly #inside: Inside;
  readonly #retry: RetryTimes;
  readonly #joinAs: Appearance;
  #credentials: Credentials | null = null;
  #entry: Entry | null = null;
  /** Since when I wait to be let in; null where I do not. */
  #waitingSince: Millis | null = null;
  #leaving = false;
  #graceMs = DEFAULT_LIMITS.graceMs;

  constructor(ports: StayPorts, as: Appearance) {
    const { meeting, store } = ports;
    this.#ports = ports;
    this.#joinAs = as;
    this.#retry = new RetryTimes(meeting.environment, this.#scope, store);
    const send = (frame: ClientFrame): void => this.#entry?.connection?.send(frame);
    this.#inside = new Inside({ ...ports, send }, this.#scope);
  }

  /** Nothing more comes of it. */
  get over(): boolean {
    return this.#scope.closed;
  }

  /** Gets in. Settles when in, when refused for good, or with `cancelled`. */
  enter(): Promise<Result<null>> {
    this.#try();
    return this.#entered.promise;
  }

  command(request: CommandRequest): Promise<Result<Rev>> {
    const { phase } = this.#ports.store.session;
    if (request.type === 'leave' && phase === 'reconnecting') {
      this.#goNow('left', { ...request, id: this.#ports.ids.next() });
      return Promise.resolve({ ok: true, value: this.#inside.view.rev });
    }
    if (phase === 'reconnecting') return Promise.resolve({ ok: false, error: { code: 'offline' } });
    const answer = this.#inside.command(request);
    if (request.type === 'leave') this.#limitLeave(answer);
    return answer;
  }

  signal(signal: SendSignal): void {
    if (this.#isConnected) this.#inside.signal(signal);
  }

  say(content: ChatContent, id: CommandId): Promise<Result<Rev>> {
    if (this.#ports.store.session.phase === 'reconnecting') {
      return Promise.resolve({ ok: false, error: { code: 'offline' } });
    }
    return this.#inside.chat.say(content, id);
  }

  typing(writes: boolean): void {
    if (this.#isConnected) this.#inside.chat.typing(writes);
  }

  /** Gives up joining or reconnecting. */
  cancel(): void {
    if (this.#ports.store.session.phase !== 'joined') this.#goNow('cancel');
  }

  /** Ends it here without another word. */
  stop(): void {
    if (this.#scope.closed) return;
    this.#end('not-joined');
    this.#ports.store.dispatch({ type: 'left', at: this.#inside.view.now() });
    this.#entered.resolve({ ok: false, error: { code: 'cancelled' } });
  }

  nudge(): void {
    if (this.#isConnected) this.#entry?.connection?.check(CHECK_MS);
    else this.#retry.hurry();
  }

  onWelcome(welcome: Welcome, clockOffset: number): void {
    const { sessionId, resumeToken, incarnation, limits } = welcome;
    const continues = this.#credentials !== null && this.#inside.view.incarnation === incarnation;
    if (welcome.snapshot === null && !continues) {
      this.#entry?.drop();
      this.#failed({ code: 'bad-frame', detail: 'a welcome came without the room it welcomes to' });
      return;
    }
    this.#credentials = { sessionId, token: resumeToken, incarnation };
    this.#graceMs = limits.graceMs;
    this.#waitingSince = null;
    this.#retry.succeeded();
    this.#entry?.connection?.send({ type: 'ack-resume', token: resumeToken });
    this.#entered.resolve({ ok: true, value: null });
    this.#inside.welcomed(welcome, clockOffset);
  }

  /** While reconnecting it is another meeting by now, in which I am nobody yet: whether to wait is the person's to say. */
  onWaiting({ since, appeal }: Waiting, clockOffset: number): void {
    if (this.#ports.store.session.phase !== 'joining') {
      this.#entry?.connection?.send({ type: 'withdraw' });
      this.#entry?.connection?.close();
      this.#refused({ error: { code: 'must-wait' }, mayUnlock: false });
      return;
    }
    this.#waitingSince = since;
    this.#retry.succeeded();
    this.#ports.store.dispatch({ type: 'waiting', since, clockOffset, appeal: appeal === true });
  }

  onRefused(refusal: Refusal): void {
    const { error } = refusal;
    if (error.code === 'resume-refused' && this.#credentials !== null) this.#comeAnew();
    else if (isPassing(error.code)) this.#failed(error);
    else this.#refused(refusal);
  }

  onClosed(code: ErrorCode): void {
    const { session } = this.#ports.store;
    if (session.phase === 'joining' && session.waiting?.lost === false) this.#lost();
    else if (session.phase !== 'joined') this.#failed({ code });
    else if (this.#leaving) this.#goNow('left');
    else this.#lost();
  }

  onFrame(frame: ServerFrame): void {
    if (frame.type === 'meeting-left') {
      this.#onMeetingLeft(frame);
    } else if (frame.type === 'draining') {
      this.#retry.notBefore(frame.retryAfterMs);
      if (frame.server !== undefined) this.#ports.meeting.moveTo(frame.server);
    } else {
      this.#inside.onFrame(frame);
    }
  }

  get #isConnected(): boolean {
    return this.#entry?.connection?.welcomed === true;
  }

  #try(): void {
    // Whoever heard of the loss may have given up on it.
    if (this.#scope.closed) return;
    const way = this.#way();
    const { attempt } = this.#retry;
    this.#ports.meeting.environment.log({ at: 'client', what: 'try', by: way.by, attempt });
    this.#entry = new Entry(this.#ports.meeting, way, this);
  }

  #way(): Way {
    const { rev, appearance } = this.#inside.view;
    if (this.#credentials !== null) return { by: 'resume', credentials: this.#credentials, rev };
    return { by: 'join', as: appearance ?? this.#joinAs, waitingSince: this.#waitingSince ?? undefined };
  }

  #failed(error: ParleyError): void {
    // A place is worth waiting for, as being inside is.
    const isWaiting = this.#waitingSince !== null;
    if (this.#ports.store.session.phase === 'joining' && !isWaiting && this.#retry.isExhausted(error)) {
      this.#refused({ error, mayUnlock: false });
      return;
    }
    this.#ports.meeting.tryOther();
    this.#retry.again(error.retryAfterMs, () => this.#try());
  }

  #lost(): void {
    this.#inside.lost();
    this.#ports.store.dispatch({ type: 'connection-lost', at: this.#inside.view.now() });
    this.#retry.afterLoss(() => this.#try());
  }

  /** The server has put this session out after the grace time: no exit, but a new join instead of a resume. */
  #comeAnew(): void {
    this.#credentials = null;
    this.#entry?.drop();
    this.#inside.lost();
    this.#ports.store.dispatch({ type: 'connection-lost', at: this.#inside.view.now() });
    this.#retry.atOnce(() => this.#try());
  }

  #refused(refusal: Refusal): void {
    this.#end('not-joined');
    this.#ports.store.dispatch({ type: 'refused', ...refusal, at: this.#inside.view.now() });
    this.#entered.resolve({ ok: false, error: refusal.error });
  }

  #onMeetingLeft(left: MeetingLeft): void {
    if (left.reason.type === 'WEBSOCKET_DISCONNECTED') {
      this.#comeAnew();
      return;
    }
    if (this.#ports.store.session.phase === 'joining') {
      this.#entry?.drop();
      this.#failed({ code: 'bad-frame', detail: 'a stay was ended that had not begun' });
      return;
    }
    const { removal, done, locked } = this.#inside.closing(left);
    this.#entry?.connection?.close();
    this.#end('not-joined', done);
    const { reason, policy, at } = left;
    this.#ports.store.dispatch({ type: 'terminated', reason, policy, removal, locked, at });
  }

  /** Out here and now; the server is told of it as soon as it can be. */
  #goNow(how: 'left' | 'cancel', said: CommandOf<'leave'> | null = this.#inside.pending('leave')): void {
    const { meeting, store, ids } = this.#ports;
    const { view } = this.#inside;
    const connection = this.#entry?.handOver() ?? null;
    this.#entry = null;
    if (connection !== null || this.#credentials !== null) {
      const leave = said ?? { type: 'leave', id: ids.next() };
      const unsaid = { meeting, leave, connection, credentials: this.#credentials, rev: view.rev };
      this.#ports.onFarewell(new Farewell({ ...unsaid, withinMs: this.#graceMs }, ids));
    }
    this.#end('not-joined');
    store.dispatch(
      how === 'left'
        ? { type: how, at: view.now(), policy: said?.policy, switching: said?.switching }
        : { type: how, at: view.now() },
    );
    this.#entered.resolve({ ok: false, error: { code: 'cancelled' } });
  }

  #limitLeave(answer: Promise<Result<Rev>>): void {
    const cancel = this.#scope.schedule(this.#ports.meeting.environment, LEAVE_MS, () => this.#goNow('left'));
    this.#leaving = true;
    void answer.then((result) => {
      if (result.ok) return result;
      this.#leaving = false;
      cancel();
      return result;
    });
  }

  #end(code: ErrorCode, done: ReadonlySet<Command['type']> = new Set()): void {
    this.#scope.close();
    this.#entry?.drop();
    this.#inside.end(code, done);
  }
}
