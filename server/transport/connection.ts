import type { RawData, WebSocket } from 'ws';

import type { ErrorCode, ParleyError } from '#protocol/errors.ts';
import type { CommandId, Millis } from '#protocol/ids.ts';
import { CLOSE_CODES, type CloseCause } from '#protocol/wire/limits.ts';

import { randomToken } from '../credentials/random.ts';
import { kindOf, type Log, tagged } from '../logging.ts';
import { errorFrame, type RefusalExtra, refusedFrame } from '../rooms/frames.ts';
import type { Waiter } from '../rooms/lobby/waiters.ts';
import type { RoomActor } from '../rooms/roomActor.ts';
import type { Outlet, RoomSession } from '../rooms/roomSession.ts';
import { idOf, parseFrame, type RawFrame } from './clientFrame.ts';
import { TokenBucket } from './limits.ts';
import type { Services } from './services.ts';

/** Milliseconds for a connection that does not read or speak to take its close code before it is cut. */
const CUT_MS = 1_000;

/** Frames that may be malformed, at once and for each second, before the connection is closed. */
const BAD_BURST = 10;
const BAD_RATE = 1 / 6;

/** Frames above the rate that are answered with an error before the connection is closed. */
const EXCESS_BURST = 100;

/** Where a connection is in its life; what the session's frames mean depends on it. */
export type Stage =
  | { readonly name: 'fresh' }
  | { readonly name: 'admitting' }
  | { readonly name: 'waiting'; readonly actor: RoomActor; readonly waiter: Waiter }
  | { readonly name: 'in'; readonly actor: RoomActor; readonly session: RoomSession }
  | { readonly name: 'closed' };

/** Who takes the frames: the hello, and all that come after it. */
export interface FrameHandlers {
  hello(connection: Connection, frame: RawFrame): void;
  frame(connection: Connection, frame: RawFrame, inside: Extract<Stage, { name: 'in' }>): void;
  waiting(connection: Connection, frame: RawFrame, stage: Extract<Stage, { name: 'waiting' }>): void;
}

/** One WebSocket: limits, life and death of it, and what can be said without looking at what a frame is about. */
export class Connection implements Outlet {
  readonly address: string;
  readonly services: Services;
  stage: Stage = { name: 'fresh' };
  /** When the last frame came. */
  lastSeen: Millis;
  lastPing: Millis;
  /** When it was told of the ICE servers last. */
  lastIce: Millis = 0;
  readonly #socket: WebSocket;
  readonly #handlers: FrameHandlers;
  readonly #log: Log;
  readonly #messages: TokenBucket;
  readonly #signals: TokenBucket;
  readonly #bad: TokenBucket;
  readonly #excess: TokenBucket;
  readonly #cancels: (() => void)[] = [];

  constructor(socket: WebSocket, address: string, services: Services, handlers: FrameHandlers) {
    this.#socket = socket;
    this.address = address;
    this.services = services;
    this.#handlers = handlers;
    this.#log = tagged(services.settings.log, { connection: randomToken(9) });
    const { limits, guards, clock } = services.settings;
    const now = clock.now();
    this.lastSeen = now;
    this.lastPing = now;
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.burst, now);
    this.#signals = new TokenBucket(guards.signalsPerSecond, guards.signalBurst, now);
    this.#bad = new TokenBucket(BAD_RATE, BAD_BURST, now);
    this.#excess = new TokenBucket(limits.messagesPerSecond, EXCESS_BURST, now);
    this.#after(guards.helloMs, () => {
      if (this.stage.name === 'fresh') this.fail({ code: 'hello-late' }, 'helloLate');
    });
    socket.on('message', (message, isBinary) => {
      try {
        this.#onMessage(message, isBinary);
      } catch (error) {
        this.#log.error({ kind: kindOf(error) }, 'frame failed');
        this.fail({ code: 'internal' }, 'badFrame');
      }
    });
    socket.on('ping', () => {
      this.#seen();
    });
    socket.on('close', () => {
      this.#gone();
    });
    // What ws itself objects to (too big by far, too many fragments, not UTF-8) it also closes for; 'close' follows.
    socket.on('error', () => {});
  }

  get open(): boolean {
    return this.stage.name !== 'closed' && this.#socket.readyState === this.#socket.OPEN;
  }

  send(text: string): void {
    if (!this.open) return;
    const waiting = this.#socket.bufferedAmount;
    if (waiting > 0 && waiting + text.length > this.services.settings.guards.backlogBytes) {
      this.close('tooSlow');
      return;
    }
    this.#socket.send(text);
  }

  close(cause: CloseCause): void {
    if (this.stage.name === 'closed') return;
    this.#socket.close(CLOSE_CODES[cause], cause);
    // Nobody may be there to close with.
    if (cause === 'tooSlow' || cause === 'silent') {
      this.services.settings.clock.schedule(CUT_MS, () => {
        this.#socket.terminate();
      });
    }
    this.#gone();
  }

  /** Drops the connection without a word. */
  cut(): void {
    this.#socket.terminate();
    this.#gone();
  }

  /** Says what is wrong; the connection goes on. */
  complain(error: ParleyError, id?: CommandId): void {
    this.send(errorFrame(error, id));
    if (error.code !== 'bad-frame' && error.code !== 'unknown-type') return;
    if (!this.#bad.take(this.services.settings.clock.now())) this.close('badFrame');
  }

  /** Says what is wrong, and that this is the end of it. */
  fail(error: ParleyError, cause: CloseCause): void {
    this.#note(error.code);
    this.send(errorFrame(error));
    this.close(cause);
  }

  /** Answers a hello with yes: `session` is served over it from now on. */
  admit(actor: RoomActor, session: RoomSession): void {
    this.stage = { name: 'in', actor, session };
    this.lastIce = this.services.settings.clock.now();
    this.#log.info({ room: actor.id, participant: session.record.participant }, 'connection admitted');
  }

  /** Answers a hello with no. */
  refuse(error: ParleyError, extra: RefusalExtra = {}): void {
    if (!this.open) return;
    this.#note(error.code);
    this.send(refusedFrame(error, extra));
    this.close('refused');
  }

  /** A credential was no good. */
  countFailure(): void {
    this.services.failures.count(this.address, this.services.settings.clock.now());
  }

  /** The hello is being looked at; it must be answered in time, whatever storage does. */
  beginAdmission(): void {
    this.stage = { name: 'admitting' };
    this.#after(this.services.settings.guards.storageMs, () => {
      if (this.stage.name === 'admitting') this.refuse({ code: 'unavailable' });
    });
  }

  /** Nothing has come for a while. */
  suspect(): void {
    if (this.stage.name !== 'in' || this.stage.session.silent) return;
    const { actor, session } = this.stage;
    session.silent = true;
    actor.unsettle(session.record.participant);
  }

  #onMessage(message: RawData, isBinary: boolean): void {
    if (this.stage.name === 'closed') return;
    this.#seen();
    const { limits } = this.services.settings;
    // ws gives one Buffer for each message, because its binaryType is left as it is.
    const bytes = message as Buffer;
    if (bytes.length > limits.frame) {
      this.fail({ code: 'frame-too-big', detail: `A frame holds ${limits.frame} bytes at most.` }, 'frameTooBig');
      return;
    }
    const parsed = isBinary
      ? ({ ok: false, error: { code: 'bad-frame', detail: 'binary' } } as const)
      : parseFrame(bytes.toString('utf8'));
    if (parsed.ok) this.#dispatch(parsed.value);
    else this.fail(parsed.error, 'badFrame');
  }

  #dispatch(frame: RawFrame): void {
    const { stage } = this;
    if (frame.type === 'hello') {
      if (stage.name !== 'fresh') this.fail({ code: 'hello-twice' }, 'badFrame');
      else this.#handlers.hello(this, frame);
    } else if (stage.name !== 'in' && stage.name !== 'waiting') {
      this.fail({ code: 'hello-expected' }, 'badFrame');
    } else if (this.#mayPass(frame)) {
      if (stage.name === 'in') this.#handlers.frame(this, frame, stage);
      else this.#handlers.waiting(this, frame, stage);
    }
  }

  #mayPass(frame: RawFrame): boolean {
    const now = this.services.settings.clock.now();
    const bucket = frame.type === 'signal' ? this.#signals : this.#messages;
    if (bucket.take(now)) return true;
    if (this.#excess.take(now)) this.complain({ code: 'rate-limited' }, idOf(frame));
    else this.fail({ code: 'rate-limited' }, 'rateLimited');
    return false;
  }

  #seen(): void {
    this.lastSeen = this.services.settings.clock.now();
    if (this.stage.name !== 'in' || !this.stage.session.silent) return;
    const { actor, session } = this.stage;
    session.silent = false;
    actor.unsettle(session.record.participant);
  }

  #gone(): void {
    const { stage } = this;
    this.stage = { name: 'closed' };
    for (const cancel of this.#cancels) cancel();
    if (stage.name === 'in') stage.actor.detach(stage.session, this);
    if (stage.name === 'waiting') stage.actor.detachWaiter(stage.waiter, this);
  }

  #after(ms: number, task: () => void): void {
    this.#cancels.push(this.services.settings.clock.schedule(ms, task));
  }

  #note(code: ErrorCode): void {
    this.#log.info({ code }, 'connection refused');
  }
}
