import type { ShareAsk } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';
import { openShareAsk, SHARE_ASK_MS } from '#meeting/room/sharing.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
import type { Clock, Log } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

interface Parts {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly prompts: PromptDesk;
  readonly tellUnseen: TellUnseen;
  readonly speech: Speech;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Puts it to the person when somebody would like to share in their place. Their share ends by their yes alone; a question
 * that nobody answers goes by itself, and they go on.
 */
export function relayShareAsks(parts: Parts): void {
  const asks = new Asks(parts);
  parts.store.onChange(({ session }, before) => {
    if (session !== before.session) asks.follow(session);
  });
}

class Asks {
  readonly #parts: Parts;
  /** The ask that was put to the person last, answered or not: none is put twice. */
  #last: ShareAsk | null = null;
  #isOpen = false;
  #cancel: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  follow(session: Session): void {
    const open = isInside(session) ? openShareAsk(session.room) : null;
    const ask = open && isInside(session) && open.participant === session.me ? open : null;
    if (ask?.at === this.#last?.at && ask?.by.participant === this.#last?.by.participant) return;
    this.#withdraw();
    this.#last = ask;
    if (ask) void this.#put(ask);
  }

  async #put(ask: ShareAsk): Promise<void> {
    const { client, capture, prompts, tellUnseen, speech, clock, log } = this.#parts;
    this.#isOpen = true;
    log('share-asked');
    this.#cancel = clock.schedule(SHARE_ASK_MS, () => this.#withdraw());
    const { name } = ask.by;
    tellUnseen({ title: speech.t('sharing.asked.title', { name }), body: speech.t('outside.shareAsked') });
    const { answer } = await prompts.ask({ kind: 'share-asked', by: name, until: clock.now() + SHARE_ASK_MS });
    // Taken back: by the room, by its time, or by another ask in its place.
    if (this.#last !== ask || !this.#isOpen) return;
    this.#close();
    const accept = answer === 'accept';
    if (accept) capture.want('screen', false);
    await client.command({ type: 'answer-share', accept });
  }

  #withdraw(): void {
    this.#close();
    this.#parts.prompts.withdraw('share-asked');
  }

  #close(): void {
    this.#isOpen = false;
    this.#cancel();
  }
}
