import type { ChatContent, ChatMessage, TypingNews } from '#protocol/chat.ts';
import type { Result } from '#protocol/errors.ts';
import type { CommandId, Rev } from '#protocol/ids.ts';

import type { CommandIds } from './commands.ts';
import type { ClientChat } from './contract.ts';
import { Listeners, type Turns } from './listeners.ts';
import type { Stay } from './stay.ts';

/** The chat of whichever meeting I am in, as the client shows it. */
export class ChatDesk implements ClientChat {
  readonly messages: Listeners<ChatMessage>;
  readonly typings: Listeners<TypingNews>;
  readonly #ids: CommandIds;
  readonly #stay: () => Stay | null;

  /** `stay`: the one that I am inside of. */
  constructor(turns: Turns, ids: CommandIds, stay: () => Stay | null) {
    this.messages = new Listeners(turns);
    this.typings = new Listeners(turns);
    this.#ids = ids;
    this.#stay = stay;
  }

  nextId(): CommandId {
    return this.#ids.next();
  }

  say(content: ChatContent, id: CommandId): Promise<Result<Rev>> {
    const stay = this.#stay();
    return stay === null ? Promise.resolve({ ok: false, error: { code: 'not-joined' } }) : stay.say(content, id);
  }

  typing(writes: boolean): void {
    this.#stay()?.typing(writes);
  }

  onMessage(listener: (message: ChatMessage) => void): () => void {
    return this.messages.add(listener);
  }

  onTyping(listener: (typing: TypingNews) => void): () => void {
    return this.typings.add(listener);
  }
}
