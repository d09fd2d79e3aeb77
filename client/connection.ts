import type { ErrorCode, ParleyError } from '#protocol/errors.ts';
import type { RefusalFacts } from '#protocol/session.ts';
import {
  type ClientFrame,
  type Hello,
  PROTOCOL,
  type Refused,
  type ServerFrame,
  type Waiting,
  type Welcome,
} from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';

import type { ClientEnvironment, Socket } from './contract.ts';
import { Liveness } from './liveness.ts';
import { readFrame } from './readFrame.ts';
import { Scope } from './scope.ts';

/** Why one is not in, whether HTTP or WebSocket said so. */
export interface Refusal {
  readonly error: ParleyError;
  readonly mayUnlock: boolean;
  readonly mayAppeal?: boolean | undefined;
  /** With `not-admitted`: who did not let me in, and in which words. */
  readonly turnedAway?: RefusalFacts['turnedAway'];
}

/** Whoever owns a connection. May be exchanged while it lives, so that a leave can outlast the stay it ends. */
export interface ConnectionSink {
  /** Let in. `clockOffset`: what to add to this machine's clock to get the server's, in ms. */
  onWelcome(welcome: Welcome, clockOffset: number): void;
  onRefused(refusal: Refusal): void;
  /** Neither: somebody has to let me in. May come more than once. */
  onWaiting(waiting: Waiting, clockOffset: number): void;
  /** Everything else but pings, also before the welcome: a resume may be answered by a tombstone. */
  onFrame(frame: ServerFrame): void;
  /** The last that is heard of this connection; once, and never after `drop`. */
  onClosed(code: ErrorCode): void;
}

/** One WebSocket's life: hello, pings both ways, and an end that is always noticed. */
export class Connection {
  sink: ConnectionSink;
  readonly #environment: ClientEnvironment;
  readonly #hello: Hello;
  readonly #scope = new Scope();
  readonly #liveness: Liveness;
  #socket: Socket | null = null;
  #helloAt: number | null = null;
  #welcomed = false;
  #waits = false;
  #pings = 0;

  constructor(environment: ClientEnvironment, url: string, hello: Hello, sink: ConnectionSink) {
    this.#environment = environment;
    this.#hello = hello;
    this.sink = sink;
    this.#liveness = new Liveness(environment, this.#scope, DEFAULT_LIMITS, {
      ping: () => this.#ping(),
      suspect: () => this.#log('connection-suspect'),
      dead: () => this.#die('timed-out'),
    });
    this.#connect(url);
  }

  /** The server may know of me by now: whoever gives up must say so, or leave a ghost. */
  get helloSent(): boolean {
    return this.#helloAt !== null;
  }

  get welcomed(): boolean {
    return this.#welcomed && !this.#scope.closed;
  }

  /** Neither in nor refused: somebody has to let me in. */
  get waits(): boolean {
    return this.#waits && !this.#welcomed && !this.#scope.closed;
  }

  get open(): boolean {
    return !this.#scope.closed;
  }

  /** Sends, if there is still somebody to send to. */
  send(frame: ClientFrame): void {
    if (this.welcomed || this.waits) this.#socket?.send(JSON.stringify(frame));
  }

  /** Gives it `ms` to show that it lives. */
  check(ms: number): void {
    this.#liveness.check(ms);
  }

  /** Closes in good order; the sink hears nothing more. */
  close(): void {
    if (this.#scope.closed) return;
    this.#scope.close();
    this.#socket?.close();
  }

  /** Drops it without a word; the sink hears nothing more. */
  drop(): void {
    if (this.#scope.closed) return;
    this.#scope.close();
    this.#socket?.terminate();
  }

  #connect(url: string): void {
    try {
      this.#socket = this.#environment.connect(url, PROTOCOL, {
        onOpen: () => this.#onOpen(),
        onText: (text) => this.#onText(text),
        onClose: (code) => this.#onClose(code),
      });
    } catch {
      // An address that no socket can be made for. Told later, like every other failure to connect.
      this.#scope.schedule(this.#environment, 0, () => this.#die('connection-failed'));
    }
  }

  #onOpen(): void {
    if (this.#scope.closed) return;
    this.#liveness.heard();
    this.#helloAt = this.#environment.now();
    this.#socket?.send(JSON.stringify(this.#hello));
  }

  #onText(text: string): void {
    if (this.#scope.closed) return;
    this.#liveness.heard();
    const frame = readFrame(text);
    if (frame === 'unknown') {
      this.#log('frame-unknown');
    } else if (frame === 'malformed') {
      this.#log('frame-malformed');
      this.#die('bad-frame');
    } else {
      this.#onFrame(frame);
    }
  }

  #onFrame(frame: ServerFrame): void {
    if (frame.type === 'welcome') this.#onWelcome(frame);
    else if (frame.type === 'refused') this.#onRefused(frame);
    else if (frame.type === 'waiting') this.#onWaiting(frame);
    else if (frame.type === 'ping') this.send({ type: 'pong', n: frame.n });
    else if (frame.type !== 'pong') this.sink.onFrame(frame);
  }

  #onWelcome(welcome: Welcome): void {
    if (this.#welcomed) return;
    // What took its time may have been somebody who had to let me in: then nothing is known of how old the frame is.
    const age = this.#waits ? 0 : this.#halfTrip();
    this.#welcomed = true;
    this.#liveness.limits = welcome.limits;
    this.sink.onWelcome(welcome, Math.round(welcome.serverTime + age - this.#environment.now()));
  }

  #onWaiting(waiting: Waiting): void {
    if (this.#welcomed) return;
    this.#waits = true;
    this.#liveness.limits = waiting.limits;
    this.sink.onWaiting(waiting, Math.round(waiting.serverTime + this.#halfTrip() - this.#environment.now()));
  }

  /** The best guess at how old the answer to the hello is, in ms. A clock set back meanwhile must not spoil it. */
  #halfTrip(): number {
    const now = this.#environment.now();
    return Math.max(0, now - (this.#helloAt ?? now)) / 2;
  }

  #onRefused({ code, message, retryAfterMs, mayUnlock, mayAppeal, by, note = '' }: Refused): void {
    if (this.#welcomed) {
      // Whoever is in is not refused any more; a server that does so can't be followed.
      this.#die('bad-frame');
      return;
    }
    const waits = retryAfterMs === undefined ? {} : { retryAfterMs: Math.max(0, Math.ceil(retryAfterMs)) };
    const error: ParleyError = { code, detail: message.slice(0, 500), ...waits };
    const sink = this.sink;
    this.close();
    const turnedAway = code === 'not-admitted' ? { by: by ?? null, note } : undefined;
    sink.onRefused({ error, mayUnlock: mayUnlock === true, mayAppeal, turnedAway });
  }

  #onClose(code: number): void {
    if (this.#scope.closed) return;
    this.#log('connection-closed', { code, welcomed: this.#welcomed });
    this.#scope.close();
    this.sink.onClosed('connection-failed');
  }

  #die(code: ErrorCode): void {
    this.#log('connection-dead', { cause: code });
    this.drop();
    this.sink.onClosed(code);
  }

  #ping(): void {
    this.#pings += 1;
    this.send({ type: 'ping', n: this.#pings });
  }

  #log(what: string, fields: Readonly<Record<string, string | number | boolean>> = {}): void {
    this.#environment.log({ at: 'client', what, ...fields });
  }
}
