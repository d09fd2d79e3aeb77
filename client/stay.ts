import type { ErrorCode, ParleyError, Result } from '#protocol/errors.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Rev } from '#protocol/ids.ts';
import type { CommandOf, CommandRequest } from '#protocol/wire/command.ts';
import type { MeetingLeft, SendSignal, ServerFrame, Welcome } from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';
import { isPassing } from '#meeting/session/refusals.ts';

import { type CommandIds, Commands } from './commands.ts';
import type { ConnectionSink, Refusal } from './connection.ts';
import { Deferred } from './deferred.ts';
import { type Appearance, type Credentials, Entry, type Way } from './entry.ts';
import { Farewell } from './farewell.ts';
import { LastFrames } from './lastFrames.ts';
import type { Meeting } from './meeting.ts';
import { RetryTimes } from './retryTimes.ts';
import { RoomView } from './roomView.ts';
import { Scope } from './scope.ts';
import type { SessionStore } from './sessionStore.ts';
import { Signals } from './signals.ts';

/** Milliseconds that a leave may wait for the server's answer before it takes effect here without it. */
const LEAVE_MS = 2_000;

/** Milliseconds in which a connection that is asked must show that it lives. */
const CHECK_MS = 5_000;

export interface StayPorts {
  readonly meeting: Meeting;
  readonly store: SessionStore;
  readonly ids: CommandIds;
  deliver(signal: IncomingSignal): void;
  /** A leave that the server still has to be told of, after the stay is over here. */
  onFarewell(farewell: Farewell): void;
}

/** One stay in a meeting, from the first try to get in until it is over, over however many connections. */
export class Stay implements ConnectionSink {
  readonly #ports: StayPorts;
  readonly #scope = new Scope();
  readonly #entered = new Deferred<Result<null>>();
  readonly #commands: Commands;
  readonly #signals: Signals;
  readonly #retry: RetryTimes;
  readonly #view: RoomView;
  readonly #lastFrames = new LastFrames();
  readonly #joinAs: Appearance;
  #credentials: Credentials | null = null;
  #entry: Entry | null = null;
  #leaving = false;
  #graceMs = DEFAULT_LIMITS.graceMs;

  constructor(ports: StayPorts, as: Appearance) {
    const { meeting, store, ids } = ports;
    this.#ports = ports;
    this.#joinAs = as;
    this.#commands = new Commands(meeting.environment, this.#scope, ids);
    this.#view = new RoomView(meeting.environment, store);
    this.#retry = new RetryTimes(meeting.environment, this.#scope, store);
    const key = meeting.keys().then((keys) => keys?.media ?? null);
    this.#signals = new Signals(meeting.environment, key, {
      send: (signal) => this.#entry?.connection?.send(signal),
      isPresent: (participant) => !this.#scope.closed && this.#view.has(participant),
      deliver: (signal) => ports.deliver(signal),
    });
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
      return Promise.resolve({ ok: true, value: this.#view.rev });
    }
    if (phase === 'reconnecting') return Promise.resolve({ ok: false, error: { code: 'offline' } });
    const answer = this.#commands.issue(request, (command) => this.#entry?.connection?.send(command));
    if (request.type === 'leave') this.#limitLeave(answer);
    return answer;
  }

  signal(signal: SendSignal): void {
    if (this.#entry?.connection?.welcomed === true) this.#signals.send(signal);
  }

  /** Gives up joining or reconnecting. */
  cancel(): void {
    if (this.#ports.store.session.phase !== 'joined') this.#goNow('cancel');
  }

  /** Ends it here without another word. */
  stop(): void {
    if (this.#scope.closed) return;
    this.#ports.store.dispatch({ type: 'left', at: this.#view.now() });
    this.#end('not-joined');
    this.#entered.resolve({ ok: false, error: { code: 'cancelled' } });
  }

  nudge(): void {
    if (this.#entry?.connection?.welcomed === true) this.#entry.connection.check(CHECK_MS);
    else this.#retry.hurry();
  }

  onWelcome(welcome: Welcome, clockOffset: number): void {
    const { sessionId, resumeToken, incarnation, limits } = welcome;
    const continues = this.#view.incarnation === incarnation;
    if (welcome.snapshot === null && (this.#credentials === null || !continues)) {
      this.#entry?.drop();
      this.#failed({ code: 'bad-frame', detail: 'a welcome came without the room it welcomes to' });
      return;
    }
    this.#credentials = { sessionId, token: resumeToken, incarnation };
    this.#graceMs = limits.graceMs;
    this.#retry.succeeded();
    this.#send({ type: 'ack-resume', token: resumeToken });
    this.#view.welcomed(welcome, clockOffset);
    this.#entered.resolve({ ok: true, value: null });
    // Orders given to a meeting that is over must not fall on the next one in the same room.
    if (continues) this.#commands.resend((command) => this.#send(command));
    else this.#commands.settleAll('offline', new Set(), this.#view.rev);
  }

  onRefused({ error, mayUnlock }: Refusal): void {
    if (error.code === 'resume-refused' && this.#credentials !== null) {
      this.#comeAnew();
    } else if (isPassing(error.code)) {
      this.#failed(error);
    } else {
      this.#refused({ error, mayUnlock });
    }
  }

  onClosed(code: ErrorCode): void {
    if (this.#ports.store.session.phase !== 'joined') {
      this.#failed({ code });
    } else if (this.#leaving) {
      this.#goNow('left');
    } else {
      this.#lost();
    }
  }

  onFrame(frame: ServerFrame): void {
    switch (frame.type) {
      case 'ok':
      case 'error':
        this.#lastFrames.answered(this.#commands.answer(frame), frame);
        break;
      case 'events':
        if (this.#view.follow(frame) === 'gap') this.#send({ type: 'get-snapshot' });
        break;
      case 'snapshot':
        if (this.#view.replace(frame.snapshot) === 'gap') this.#send({ type: 'get-snapshot' });
        break;
      case 'signal':
        this.#signals.receive(frame);
        break;
      case 'removed-from-room':
        this.#lastFrames.removed(frame);
        break;
      case 'meeting-left':
        this.#onMeetingLeft(frame);
        break;
      case 'draining':
        this.#retry.notBefore(frame.retryAfterMs);
        if (frame.server !== undefined) this.#ports.meeting.moveTo(frame.server);
        break;
      case 'welcome':
      case 'refused':
      case 'ping':
      case 'pong':
        break;
    }
  }

  #try(): void {
    const way = this.#way();
    const { attempt } = this.#retry;
    this.#ports.meeting.environment.log({ at: 'client', what: 'try', by: way.by, attempt });
    this.#entry = new Entry(this.#ports.meeting, way, this);
  }

  #way(): Way {
    if (this.#credentials !== null) return { by: 'resume', credentials: this.#credentials, rev: this.#view.rev };
    return { by: 'join', as: this.#view.appearance ?? this.#joinAs };
  }

  #failed(error: ParleyError): void {
    if (this.#ports.store.session.phase === 'joining' && this.#retry.isExhausted(error)) {
      this.#refused({ error, mayUnlock: false });
      return;
    }
    this.#ports.meeting.tryOther();
    this.#retry.again(error.retryAfterMs, () => this.#try());
  }

  #lost(): void {
    this.#lastFrames.reset();
    this.#view.reconnecting();
    this.#ports.store.dispatch({ type: 'connection-lost', at: this.#view.now() });
    this.#retry.afterLoss(() => this.#try());
  }

  /** The server has put this session out after the grace time: no exit, but a new join instead of a resume. */
  #comeAnew(): void {
    this.#credentials = null;
    this.#entry?.drop();
    this.#ports.store.dispatch({ type: 'connection-lost', at: this.#view.now() });
    this.#retry.atOnce(() => this.#try());
  }

  #refused({ error, mayUnlock }: Refusal): void {
    this.#end('not-joined');
    this.#ports.store.dispatch({ type: 'refused', error, mayUnlock, at: this.#view.now() });
    this.#entered.resolve({ ok: false, error });
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
    const { removal, done, locked } = this.#lastFrames.close(left, this.#commands.pending('end-room'));
    this.#entry?.connection?.close();
    const { reason, at } = left;
    this.#ports.store.dispatch({ type: 'terminated', reason, removal, locked: locked || this.#view.locked, at });
    this.#end('not-joined', done);
  }

  /** Out here and now; the server is told of it as soon as it can be. */
  #goNow(how: 'left' | 'cancel', said: CommandOf<'leave'> | null = this.#commands.pending('leave')): void {
    const { meeting, store, ids } = this.#ports;
    const leave = said ?? { type: 'leave', id: ids.next() };
    const connection = this.#entry?.handOver() ?? null;
    const at = this.#view.now();
    if (connection !== null || this.#credentials !== null) {
      const { rev } = this.#view;
      const unsaid = { meeting, leave, connection, credentials: this.#credentials, rev, withinMs: this.#graceMs };
      this.#ports.onFarewell(new Farewell(unsaid, ids));
    }
    this.#entry = null;
    store.dispatch({ type: how, at });
    this.#end('not-joined');
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

  #end(code: ErrorCode, done: ReadonlySet<CommandRequest['type']> = new Set()): void {
    this.#scope.close();
    this.#entry?.drop();
    this.#commands.settleAll(code, new Set([...done, 'leave']), this.#view.rev);
  }

  #send(frame: Parameters<NonNullable<Entry['connection']>['send']>[0]): void {
    this.#entry?.connection?.send(frame);
  }
}
