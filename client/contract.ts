import type { ChatContent, ChatMessage, TypingNews } from '#protocol/chat.ts';
import type { ParleyError, Result } from '#protocol/errors.ts';
import type { CommandId, Millis, ParticipantId, Rev, RoomId } from '#protocol/ids.ts';
import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Notice } from '#protocol/ipc/notice.ts';
import type { MediaState } from '#protocol/room.ts';
import type { Session, Target } from '#protocol/session.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { SendSignal } from '#protocol/wire/frame.ts';

/** A WebSocket as the client needs it: the browser's own, or `ws`, seen through a thin adapter. */
export interface Socket {
  send(text: string): void;
  /** Closes in good order; `onClose` follows. */
  close(code?: number): void;
  /** Drops the connection without a handshake, where the other side no longer answers. */
  terminate(): void;
}

export interface SocketHandlers {
  onOpen(): void;
  onText(text: string): void;
  onClose(code: number): void;
}

export interface HttpAnswer {
  readonly status: number;
  /** Parsed JSON; null where the body was none. */
  readonly body: unknown;
}

/** What the outside world must provide; nothing else is reached for. */
export interface ClientEnvironment {
  /** Opens a WebSocket with the given subprotocol. Failure to connect is an `onClose`; no handler runs before this returns. */
  connect(url: string, subprotocol: string, handlers: SocketHandlers): Socket;
  /** POSTs JSON. Rejects when the server can't be reached within the environment's own time limit. */
  post(url: string, body: unknown, bearer?: string): Promise<HttpAnswer>;
  /** Milliseconds since the epoch, on this machine. */
  now(): Millis;
  /** Runs `task` after `ms`; the returned function cancels it. */
  schedule(ms: number, task: () => void): () => void;
  /** In [0, 1). */
  random(): number;
  /** The Web Crypto of this environment: getRandomValues and subtle. */
  readonly crypto: WebCrypto;
  /** One line per meaningful transition. Never given a token, key, SDP, address or name. */
  log(entry: {
    readonly at: 'client';
    readonly what: string;
    readonly [field: string]: string | number | boolean;
  }): void;
}

/** The part of Web Crypto that the client uses, declared here because pure folders have no DOM types. */
export interface WebCrypto {
  getRandomValues(array: Uint8Array): Uint8Array;
  readonly subtle: {
    importKey(
      format: 'raw',
      key: Uint8Array,
      algorithm: unknown,
      extractable: boolean,
      usages: string[],
    ): Promise<unknown>;
    deriveBits(algorithm: unknown, key: unknown, bits: number): Promise<ArrayBuffer>;
    sign(algorithm: unknown, key: unknown, input: Uint8Array): Promise<ArrayBuffer>;
    encrypt(algorithm: unknown, key: unknown, input: Uint8Array): Promise<ArrayBuffer>;
    decrypt(algorithm: unknown, key: unknown, input: Uint8Array): Promise<ArrayBuffer>;
  };
}

/** What it takes to get in: never logged, never shown but inside an invite link. */
export interface Access {
  readonly target: Target;
  /** The invite link's secret (256 bits, base64url); null for a meeting known by its code alone, whose host I am. */
  readonly secret: string | null;
}

export interface ClientOptions {
  readonly environment: ClientEnvironment;
  /** This person's identity secret (256 bits, base64url): proofs for servers are derived from it. */
  readonly identity: string;
  readonly clientId: string;
}

/** How to go to another meeting. */
export interface SwitchWay {
  /** Who is host after me in the one that I leave. */
  readonly handOverTo?: ParticipantId;
  /** Joins at once, called so; without it I stand in the other one's preview. */
  readonly joinAs?: string;
}

/** The chat of the meeting that I am in: sealed with the meeting's key before it leaves, kept by nobody here. */
export interface ClientChat {
  /** Names the next message. */
  nextId(): CommandId;
  /**
   * Says something to everybody. Refused as the command `chat` is, and with `no-meeting-key` for whoever came without the
   * invite's secret. After `timed-out` nobody knows whether it was said: the same `id` again says it once.
   */
  say(content: ChatContent, id: CommandId): Promise<Result<Rev>>;
  /** Tells the others that I write, or do no longer; dropped without the connection. */
  typing(writes: boolean): void;
  /** Told each message of this stay once, my own among them, mostly in order: what was missed comes later. */
  onMessage(listener: (message: ChatMessage) => void): () => void;
  onTyping(listener: (typing: TypingNews) => void): () => void;
}

/** A participant as a program. One for an app's whole life; it goes from meeting to meeting. */
export interface MeetingClient {
  readonly session: Session;
  onSession(listener: (session: Session) => void): () => void;
  /** Told when the reducer has taken the event in; `meeting-left` and `removed-from-room` only after `released()`. */
  onNotice(listener: (notice: Notice) => void): () => void;
  onSignal(listener: (signal: IncomingSignal) => void): () => void;

  /** Makes a room on `server` whose host I am. `key`: the server's creation key, where it asks for one. */
  createRoom(server: string, options: { readonly hosted: boolean; readonly key?: string }): Promise<Result<Access>>;
  /** To preview. `wrong-phase` unless idle, or over with everything released; `bad-link` where the server is no address. */
  open(access: Access): Result<null>;
  /**
   * From preview (or over with everything released: rejoin). Settles when joined, when refused, after three tries that
   * failed in passing, or with `cancelled`. Where somebody has to let me in it goes on until they do; the session says so.
   * With `appeal` I am barred and ask to come back: what I say for it.
   */
  join(as: {
    readonly name: string;
    readonly media: MediaState;
    readonly appeal?: string | undefined;
  }): Promise<Result<null>>;
  /**
   * Gives up joining or reconnecting, or goes back from preview. After reconnecting the exit is 1102. If the server has
   * heard a hello already it is told of the leave as soon as it can be. Nothing while joined.
   */
  cancel(): void;
  /**
   * Goes from the meeting that I am in to another one. That one is asked first: while it would not let me in, nothing
   * changes about the present stay and its refusal comes back (notice `switch-failed`, `stillIn`). Then I leave with 1005,
   * and once everything is released I am in the other's preview, or joining it. If it refuses the join after all I am over
   * with 1104, from where `join` leads back to the meeting that I left. `wrong-phase` unless inside, `already-joined` for
   * the meeting that I am in, `cancelled` by {@link giveUpSwitch} or where the stay ended for another reason meanwhile.
   */
  switchTo(access: Access, way?: SwitchWay): Promise<Result<null>>;
  /** Lets a switch go no further: before the leave nothing has happened, after it I am just out. */
  giveUpSwitch(): void;
  /** From over to idle. */
  dismiss(): void;
  /**
   * Sends a command and settles with its answer, or with `timed-out` after 30 s. Refused at once with `not-joined`
   * before joined. A `leave` takes effect here after 2 s, or as soon as the connection is lost, whether or not it was
   * answered, and at once while reconnecting; it reaches the server when it can. All others are then refused `offline`.
   */
  command(request: CommandRequest): Promise<Result<Rev>>;
  /** Lifts the lock from outside, in preview after a `room-locked` refusal. */
  unlock(): Promise<Result<null>>;
  /** What is said in the meeting that I am in. */
  readonly chat: ClientChat;
  /** Seals and sends; dropped without the connection, because links are rebuilt anyway. */
  signal(signal: Pick<SendSignal, 'to' | 'link' | 'generation' | 'data'>): void;
  /** Camera, microphone, screen and links are gone after an exit: lets the held notices out. Harmless otherwise. */
  released(): void;
  /** Over: somebody looks at the way back, which is asked of the room anew; at most every two seconds. */
  askWayBack(): void;
  /** `parley://join/...` for the current meeting; null without a secret. */
  inviteLink(server?: string): string | null;
  /** The system slept or the network changed: check the connection now instead of at the next ping. */
  nudge(): void;
  /** Leaves if inside and frees everything; settles when the leave is answered, or after `withinMs`. */
  dispose(withinMs: number): Promise<void>;
}

export type { ParleyError, RoomId };
