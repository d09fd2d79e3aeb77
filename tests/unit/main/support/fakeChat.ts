import type { ChatContent, ChatMessage, TypingNews } from '#protocol/chat.ts';
import type { Result } from '#protocol/errors.ts';
import type { CommandId, Rev } from '#protocol/ids.ts';
import type { ClientChat } from '#client/contract.ts';

/** A chat without a server: answers as a test says, and hears what a test lets it hear. */
export class FakeChat implements ClientChat {
  readonly said: { readonly content: ChatContent; readonly id: CommandId }[] = [];
  readonly typed: boolean[] = [];
  /** How a message is answered; replaced by tests. */
  answer: (content: ChatContent, id: CommandId) => Promise<Result<Rev>> = () => Promise.resolve({ ok: true, value: 9 });
  readonly #messages = new Set<(message: ChatMessage) => void>();
  readonly #typings = new Set<(typing: TypingNews) => void>();
  #made = 0;

  nextId(): CommandId {
    return `said-${++this.#made}` as CommandId;
  }

  say(content: ChatContent, id: CommandId): Promise<Result<Rev>> {
    this.said.push({ content, id });
    return this.answer(content, id);
  }

  typing(writes: boolean): void {
    this.typed.push(writes);
  }

  onMessage(listener: (message: ChatMessage) => void): () => void {
    this.#messages.add(listener);
    return () => this.#messages.delete(listener);
  }

  onTyping(listener: (typing: TypingNews) => void): () => void {
    this.#typings.add(listener);
    return () => this.#typings.delete(listener);
  }

  hear(message: ChatMessage): void {
    for (const listener of this.#messages) listener(message);
  }

  hearTyping(typing: TypingNews): void {
    for (const listener of this.#typings) listener(typing);
  }
}
