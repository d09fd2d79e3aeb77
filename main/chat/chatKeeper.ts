import type { ChatMessage, Mention, TypingNews } from '#protocol/chat.ts';
import type { Result } from '#protocol/errors.ts';
import type { FileOffer } from '#protocol/file.ts';
import type { CommandId, Incarnation, Millis, ParticipantId, PrincipalId } from '#protocol/ids.ts';
import { type ChatNews, MOST_MESSAGES } from '#protocol/ipc/chat.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';
import { everyone, participantOf } from '#meeting/room/selectors.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { Clock, PagePort } from '../ports.ts';
import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import { Outgoing } from './outgoing.ts';
import { Writers } from './writers.ts';

export interface ChatKeeperParts {
  readonly client: Pick<MeetingClient, 'chat'>;
  readonly store: SnapshotStore;
  readonly page: Pick<PagePort, 'push'>;
  readonly clock: Clock;
  /** Runs a task at the end of the turn. */
  readonly defer: (task: () => void) => void;
  /** Told each message that means me. */
  readonly onMention: (message: ChatMessage) => void;
}

/**
 * What was said in the meeting that I am in, kept until I leave and no longer, and never written to the disk. The page is
 * told what is new, once for all of a turn, and not again what it has.
 */
export class ChatKeeper {
  readonly #parts: ChatKeeperParts;
  readonly #outgoing: Outgoing;
  readonly #writers: Writers;
  #meeting: Incarnation | null = null;
  #me: ParticipantId | null = null;
  #messages: ChatMessage[] = [];
  #gaps: readonly Millis[] = [];
  #unread: ChatMessage[] = [];
  #news: ChatMessage[] = [];
  #pending = false;

  constructor(parts: ChatKeeperParts) {
    const { client, store, clock } = parts;
    this.#parts = parts;
    this.#outgoing = new Outgoing(client.chat, clock, () => this.#change());
    this.#writers = new Writers(clock, () => this.#change());
    client.chat.onMessage((message) => this.#hear(message));
    client.chat.onTyping((typing) => this.#typed(typing));
    store.onChange(({ session }) => this.#follow(session));
  }

  /** All there is, for a page that begins. */
  get all(): ChatNews {
    return { ...this.#around(), messages: this.#messages };
  }

  say(text: string, mentioned: readonly PrincipalId[], file?: FileOffer): Result<null> {
    const { session } = this.#parts.store.current;
    if (!isInside(session)) return refused('not-joined');
    const mentions = everyone(session.room).flatMap(({ principal, name }): readonly Mention[] =>
      mentioned.includes(principal) && text.includes(`@${name}`) ? [{ principal, name }] : [],
    );
    this.#outgoing.say({ text, mentions, ...(file && { file }) }, session.phase === 'joined');
    return done;
  }

  retry(message: CommandId): void {
    this.#outgoing.retry(message, this.#parts.store.current.session.phase === 'joined');
  }

  discard(message: CommandId): void {
    this.#outgoing.discard(message);
  }

  seen(): void {
    if (this.#unread.length === 0) return;
    this.#unread = [];
    this.#change();
  }

  #follow(session: Session): void {
    const meeting = isInside(session) ? session.incarnation : null;
    if (meeting !== this.#meeting) this.#begin(meeting);
    if (!isInside(session)) return;
    if (this.#me !== null && this.#me !== session.me && this.#messages.length > 0) {
      this.#gaps = [...this.#gaps, this.#parts.clock.now() + session.clockOffset];
      this.#change();
    }
    this.#me = session.me;
    this.#writers.keep((participant) => participantOf(session.room, participant) !== null);
    if (session.phase === 'joined') this.#outgoing.connected();
  }

  /** Another meeting, or none: nothing of the one before is left here. */
  #begin(meeting: Incarnation | null): void {
    this.#meeting = meeting;
    this.#me = null;
    this.#messages = [];
    this.#news = [];
    this.#unread = [];
    this.#gaps = [];
    this.#outgoing.forget();
    this.#writers.forget();
    this.#change();
  }

  #hear(message: ChatMessage): void {
    const { session } = this.#parts.store.current;
    if (!isInside(session)) return;
    this.#messages = withIts(this.#messages, message);
    this.#news.push(message);
    this.#writers.stopped(message.by.participant);
    const me = participantOf(session.room, session.me)?.principal;
    if (message.principal === me) this.#outgoing.heard(message.message);
    else this.#hearOthers(message, me);
    this.#change();
  }

  #hearOthers(message: ChatMessage, me: PrincipalId | undefined): void {
    this.#unread.push(message);
    if (message.content?.mentions.some(({ principal }) => principal === me) === true) this.#parts.onMention(message);
  }

  #typed({ from, writes }: TypingNews): void {
    if (writes) this.#writers.writes(from);
    else this.#writers.stopped(from);
  }

  #around(): Omit<ChatNews, 'messages'> {
    const { session } = this.#parts.store.current;
    const me = isInside(session) ? participantOf(session.room, session.me)?.principal : undefined;
    const mentions = this.#unread.filter(({ content }) => content?.mentions.some(({ principal }) => principal === me));
    return {
      meeting: this.#meeting,
      unsent: this.#outgoing.all,
      unread: this.#unread.length,
      mentions: mentions.length,
      writing: this.#writers.all,
      gaps: this.#gaps,
    };
  }

  /** Told at the end of the turn, once. */
  #change(): void {
    if (this.#pending) return;
    this.#pending = true;
    this.#parts.defer(() => {
      this.#pending = false;
      const messages = this.#news;
      this.#news = [];
      this.#parts.page.push('chat', { ...this.#around(), messages });
    });
  }
}

/** In its place: what was missed comes after what was said later. */
function withIts(messages: readonly ChatMessage[], message: ChatMessage): ChatMessage[] {
  const place = messages.findLastIndex(({ rev }) => rev < message.rev) + 1;
  return [...messages.slice(0, place), message, ...messages.slice(place)].slice(-MOST_MESSAGES);
}
