import * as v from 'valibot';

import { ChatContent, type ChatMessage, TypingContent, type TypingNews } from '#protocol/chat.ts';
import type { ParleyError, Result } from '#protocol/errors.ts';
import type { CommandId, ParticipantId, PrincipalId, Rev } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { ChatMissed, ChatSaid, Typing } from '#protocol/wire/chat.ts';
import type { Command } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import type { ClientFrame } from '#protocol/wire/frame.ts';
import { CHAT } from '#protocol/wire/limits.ts';

import type { ClientEnvironment } from './contract.ts';
import type { MediaKey } from './keys.ts';
import type { ChatFeed } from './roomView.ts';
import type { Scope } from './scope.ts';
import { sealBound, unsealBound } from './seal.ts';

/** Milliseconds after which what was missed is asked for again. */
const ASK_AGAIN_MS = 5_000;

/** Messages whose names are kept, to tell those that come twice: what was missed, and what came meanwhile. */
const MOST_KNOWN = 5_000;

export interface ChatPorts {
  readonly environment: ClientEnvironment;
  /** Null without a secret: then nothing can be said or read. */
  readonly key: Promise<MediaKey | null>;
  readonly scope: Scope;
  /** Who I am here; null before I am in. */
  principal(): PrincipalId | null;
  isPresent(participant: ParticipantId): boolean;
  command(command: Omit<Extract<Command, { type: 'chat' }>, 'id'>, id: CommandId): Promise<Result<Rev>>;
  /** To the server, if there is a connection that can take it. */
  send(frame: ClientFrame): void;
  onMessage(message: ChatMessage): void;
  onTyping(typing: TypingNews): void;
}

type Said = Omit<ChatSaid, 'type'> & { readonly rev: Rev };

/**
 * What is said in one stay: sealed on the way out, opened on the way in, each way in the order in which it came. After a
 * lost connection what was said meanwhile is asked for until it is here.
 */
export class Chat implements ChatFeed {
  readonly #ports: ChatPorts;
  readonly #known = new Set<string>();
  #outgoing: Promise<unknown> = Promise.resolve();
  #incoming: Promise<unknown> = Promise.resolve();
  /** After that revision something may be missing; null: nothing is. */
  #missingSince: Rev | null = null;
  #cancelAsking: () => void = () => {};

  constructor(ports: ChatPorts) {
    this.#ports = ports;
  }

  /** Refused besides with `no-meeting-key`, `text-too-long`; the rest is what the command `chat` is refused with. */
  say(content: ChatContent, id: CommandId): Promise<Result<Rev>> {
    const sealed = inTurn(this.#outgoing, () => this.#seal(content, id));
    this.#outgoing = sealed;
    return this.#send(sealed, id);
  }

  typing(writes: boolean): void {
    this.#outgoing = inTurn(this.#outgoing, async () => {
      const key = await this.#ports.key;
      const principal = this.#ports.principal();
      if (key === null || principal === null || this.#ports.scope.closed) return;
      const sealed = await this.#sealed(key, `typing ${principal}`, { writes });
      if (sealed !== null) this.#ports.send({ type: 'typing', sealed });
    });
  }

  happened(before: Room, events: readonly RoomEvent[]): void {
    for (const [index, event] of events.entries()) {
      if (event.type === 'chat-said') this.#take({ ...event, rev: before.rev + 1 + index });
    }
  }

  skipped(since: Rev): void {
    this.#missingSince = Math.min(since, this.#missingSince ?? since);
    this.#ask();
  }

  /** In, or back in: what was asked for on the connection before will not come. `anew`: as somebody else than before. */
  connected({ anew }: { readonly anew: boolean }): void {
    if (anew) this.#missingSince = null;
    if (this.#missingSince !== null) this.#ask();
  }

  missed({ messages, upTo, more }: ChatMissed): void {
    if (this.#missingSince === null) return;
    for (const said of messages) this.#take(said);
    this.#missingSince = more ? upTo : null;
    this.#cancelAsking();
    if (more) this.#ask();
  }

  typed({ from, principal, sealed }: Typing): void {
    this.#incoming = inTurn(this.#incoming, async () => {
      const opened = await this.#opened(TypingContent, `typing ${principal}`, sealed);
      if (opened !== null && this.#ports.isPresent(from)) this.#ports.onTyping({ from, writes: opened.writes });
    });
  }

  /** The connection is lost. */
  lost(): void {
    this.#cancelAsking();
  }

  #ask(): void {
    const { environment, scope } = this.#ports;
    const since = this.#missingSince;
    this.#cancelAsking();
    if (since === null || scope.closed) return;
    this.#ports.send({ type: 'get-chat', since });
    this.#cancelAsking = scope.schedule(environment, ASK_AGAIN_MS, () => this.#ask());
  }

  #take({ message, by, principal, sealed, at, rev }: Said): void {
    const name = `${principal} ${message}`;
    if (this.#known.has(name)) return;
    this.#known.add(name);
    const [oldest] = this.#known;
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    this.#incoming = inTurn(this.#incoming, async () => {
      const content = sealed === undefined ? null : await this.#opened(ChatContent, `chat ${name}`, sealed);
      if (content === null) this.#ports.environment.log({ at: 'client', what: 'message-not-opened' });
      if (!this.#ports.scope.closed) this.#ports.onMessage({ message, rev, by, principal, content, at });
    });
  }

  async #send(sealing: Promise<string | ParleyError>, id: CommandId): Promise<Result<Rev>> {
    const sealed = await sealing;
    if (typeof sealed === 'string') return this.#ports.command({ type: 'chat', sealed }, id);
    return { ok: false, error: sealed };
  }

  async #seal(content: ChatContent, id: CommandId): Promise<string | ParleyError> {
    const key = await this.#ports.key;
    if (key === null) return { code: 'no-meeting-key' };
    const principal = this.#ports.principal();
    if (principal === null) return { code: 'not-joined' };
    const sealed = await this.#sealed(key, `chat ${principal} ${id}`, content);
    if (sealed === null) return { code: 'internal', detail: 'what was said could not be sealed' };
    return sealed.length > CHAT.sealed ? { code: 'text-too-long' } : sealed;
  }

  async #sealed(key: MediaKey, bound: string, content: object): Promise<string | null> {
    try {
      return await sealBound(this.#ports.environment.crypto, key, bound, JSON.stringify(content));
    } catch {
      this.#ports.environment.log({ at: 'client', what: 'message-not-sealed' });
      return null;
    }
  }

  async #opened<Schema extends v.GenericSchema>(
    schema: Schema,
    bound: string,
    sealed: string,
  ): Promise<v.InferOutput<Schema> | null> {
    const key = await this.#ports.key;
    const text = key === null ? null : await unsealBound(this.#ports.environment.crypto, key, bound, sealed);
    const parsed = text === null ? null : v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
    return parsed?.success === true ? parsed.output : null;
  }
}

/** Begins when what came before is done, however long that takes. */
async function inTurn<T>(before: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  await before;
  return work();
}
