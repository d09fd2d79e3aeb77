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

const nothing = (): void => {};

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

/** Who lives a connection's life with it: one object for all, as each has only so much memory. */
export interface ConnectionHandlers extends FrameHandlers {
  /** Its socket is closed, after all else that comes of that. */
  closed(connection: Connection): void;
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
  readonly #handlers: ConnectionHandlers;
  readonly #log: Log;
  readonly #messages: TokenBucket;
  readonly #signals: TokenBucket;
  /** Made by the first that they let through: most connections never need them, and there may be very many. */
  #bad: TokenBucket | null = null;
  #excess: TokenBucket | null = null;
  /** Gives up the time limit of the present stage. */
  #cancelLimit = nothing;

  constructor(socket: WebSocket, address: string, services: Services, handlers: ConnectionHandlers) {
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
    this.#limit(guards.helloMs, () => {
      this.fail({ code: 'hello-late' }, 'helloLate');
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
      handlers.closed(this);
    });
    // What ws itself objects to (too big by far, too many fragments, not UTF-8) it also closes for; 'close' follows.
    socket.on('error', nothing);
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
    const now = this.services.settings.clock.now();
    this.#bad ??= new TokenBucket(BAD_RATE, BAD_BURST, now);
    if (!this.#bad.take(now)) this.close('badFrame');
  }

  /** Says what is wrong, and that this is the end of it. */
  fail(error: ParleyError, cause: CloseCause): void {
    this.#note(error.code);
    this.send(errorFrame(error));
    this.close(cause);
  }

  /** Answers a hello with yes: `session` is served over it from now on. */
  admit(actor: RoomActor, session: RoomSession): void {
    this.#unlimit();
    this.stage = { name: 'in', actor, session };
    this.lastIce = this.services.settings.clock.now();
    this.#log.info({ room: actor.id, participant: session.record.participant }, 'connection admitted');
  }

  /** Neither in nor refused yet: `waiter` waits over it to be let in. */
  wait(actor: RoomActor, waiter: Waiter): void {
    this.#unlimit();
    this.stage = { name: 'waiting', actor, waiter };
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
    this.#limit(this.services.settings.guards.storageMs, () => {
      this.refuse({ code: 'unavailable' });
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
    this.#excess ??= new TokenBucket(this.services.settings.limits.messagesPerSecond, EXCESS_BURST, now);
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
    this.#unlimit();
    if (stage.name === 'in') stage.actor.detach(stage.session, this);
    if (stage.name === 'waiting') stage.actor.detachWaiter(stage.waiter, this);
  }

  /** The stage must be another within `ms`. */
  #limit(ms: number, late: () => void): void {
    this.#unlimit();
    const { name } = this.stage;
    this.#cancelLimit = this.services.settings.clock.schedule(ms, () => {
      if (this.stage.name === name) late();
    });
  }

  #unlimit(): void {
    this.#cancelLimit();
    // Not kept for the hours that follow: it holds its timer.
    this.#cancelLimit = nothing;
  }

  #note(code: ErrorCode): void {
    this.#log.info({ code }, 'connection refused');
  }
}
