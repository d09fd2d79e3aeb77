import type { UnmuteAsk } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import type { MeetingClient } from '#client/contract.ts';
import { openAskOf } from '#meeting/room/asks.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
import type { Log } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

interface Parts {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly prompts: PromptDesk;
  readonly tellUnseen: TellUnseen;
  readonly speech: Speech;
  readonly log: Log;
}

/**
 * Puts it to the person when somebody asks them to unmute. Nothing is opened without their yes; their no goes back to
 * who asked. The question is taken back when the room takes it back: what was asked for is on, or somebody went.
 */
export function relayUnmuteAsks(parts: Parts): void {
  const asks = new Asks(parts);
  parts.store.onChange(({ session }, before) => {
    if (session !== before.session) asks.follow(session);
  });
}

class Asks {
  readonly #parts: Parts;
  /** The ask that was put to the person last, answered or not: none is put twice. */
  #last: UnmuteAsk | null = null;
  #isOpen = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  follow(session: Session): void {
    const ask = isInside(session) ? openAskOf(session.room, session.me) : null;
    if (isSame(ask, this.#last) && sameMedia(ask, this.#last)) return;
    // What is left of an ask that was answered already is not asked again.
    const isAnswered = isSame(ask, this.#last) && !this.#isOpen;
    this.#isOpen = false;
    this.#parts.prompts.withdraw('unmute-asked');
    this.#last = ask;
    if (ask !== null && !isAnswered) void this.#put(ask);
  }

  async #put(ask: UnmuteAsk): Promise<void> {
    const { client, capture, prompts, log } = this.#parts;
    this.#isOpen = true;
    log('unmute-asked', { media: ask.media.join('+') });
    this.#notify(ask);
    const { answer } = await prompts.ask({ kind: 'unmute-asked', by: ask.by.name, media: ask.media });
    // Taken back: by the room, or by another ask in its place.
    if (this.#last !== ask || !this.#isOpen) return;
    this.#isOpen = false;
    if (answer === 'accept') for (const kind of ask.media) capture.want(kind, true);
    else await client.command({ type: 'decline-unmute' });
  }

  #notify({ by, media }: UnmuteAsk): void {
    const { tellUnseen, speech } = this.#parts;
    const [first = 'microphone', second] = media;
    const title = speech.t(`prompts.unmute.title.${second === undefined ? first : 'both'}`, { name: by.name });
    tellUnseen({ title, body: speech.t('outside.asked') });
  }
}

const isSame = (a: UnmuteAsk | null, b: UnmuteAsk | null): boolean =>
  a?.at === b?.at && a?.by.participant === b?.by.participant;

const sameMedia = (a: UnmuteAsk | null, b: UnmuteAsk | null): boolean => a?.media.join() === b?.media.join();
