import type { ChatContent } from '#protocol/chat.ts';
import type { CommandId } from '#protocol/ids.ts';
import type { UnsentMessage } from '#protocol/ipc/chat.ts';
import type { ClientChat } from '#client/contract.ts';

import type { Clock } from '../ports.ts';

/**
 * What I said and the others have not heard: on its way, waiting for the connection, or failed with the reason, until it
 * is heard or thrown away. Nothing that was typed is lost because it could not be sent.
 */
export class Outgoing {
  readonly #chat: ClientChat;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #all: readonly UnsentMessage[] = [];

  constructor(chat: ClientChat, clock: Clock, onChange: () => void) {
    this.#chat = chat;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get all(): readonly UnsentMessage[] {
    return this.#all;
  }

  say({ text, mentions, file }: ChatContent, online: boolean): void {
    const unsent: UnsentMessage = {
      message: this.#chat.nextId(),
      text,
      mentions,
      ...(file && { file }),
      at: this.#clock.now(),
      state: 'waiting',
      error: null,
    };
    this.#all = [...this.#all, unsent];
    this.#onChange();
    if (online) void this.#send(unsent);
  }

  /** Once more. Under the same name where nobody knows what became of it: then it is said once in any case. */
  retry(message: CommandId, online: boolean): void {
    const failed = this.#all.find((each) => each.message === message && each.state === 'failed');
    if (failed === undefined) return;
    const isKnown = failed.error?.code !== 'timed-out' && failed.error?.code !== 'offline';
    const again: UnsentMessage = {
      ...failed,
      message: isKnown ? this.#chat.nextId() : failed.message,
      state: 'waiting',
      error: null,
    };
    this.#replace(message, again);
    if (online) void this.#send(again);
  }

  discard(message: CommandId): void {
    this.#replace(message, null);
  }

  /** The connection is there: what waited for it goes out, in the order in which it was said. */
  connected(): void {
    for (const unsent of this.#all) if (unsent.state === 'waiting') void this.#send(unsent);
  }

  heard(message: CommandId): void {
    this.#replace(message, null);
  }

  forget(): void {
    this.#all = [];
  }

  async #send(unsent: UnsentMessage): Promise<void> {
    const { message, text, mentions, file } = unsent;
    this.#replace(message, { ...unsent, state: 'sending' });
    const answer = await this.#chat.say({ text, mentions: [...mentions], ...(file && { file }) }, message);
    // What was said is heard in a moment, and stays on the screen until then.
    if (answer.ok) return;
    const { error } = answer;
    this.#replace(message, {
      ...unsent,
      ...(error.code === 'offline' ? { state: 'waiting' } : { state: 'failed', error }),
    });
  }

  #replace(message: CommandId, by: UnsentMessage | null): void {
    if (!this.#all.some((each) => each.message === message)) return;
    this.#all = this.#all.flatMap((each) => (each.message === message ? (by === null ? [] : [by]) : [each]));
    this.#onChange();
  }
}
