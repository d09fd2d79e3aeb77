import type { Millis } from '#protocol/ids.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { MeetingClient } from '#client/contract.ts';
import { isAlone } from '#meeting/room/selectors.ts';

import type { TellUnseen } from '../desktop/tellUnseen.ts';
import type { Speech } from '../language/speech.ts';
import type { Clock, Log } from '../ports.ts';
import type { PromptDesk } from '../prompts/promptDesk.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { Leaving } from './leaving.ts';

/** Milliseconds in which "stay?" must be answered. */
export const ANSWER_MS = 60_000;

const MINUTE_MS = 60_000;

interface Parts {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly prompts: PromptDesk;
  readonly leaving: Leaving;
  readonly tellUnseen: TellUnseen;
  readonly speech: Speech;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Asks whoever is alone in a meeting for as long as the settings say whether to stay, and leaves (1006) where nobody
 * answers: no camera goes on in a meeting that was forgotten. Somebody coming in takes the question back, and so does a
 * lost connection, because nobody knows then who is there. Whoever stays is asked again after the same time.
 */
export function watchAlone(parts: Parts): void {
  const watch = new AloneWatch(parts);
  parts.store.onChange((snapshot) => watch.follow(snapshot));
}

class AloneWatch {
  readonly #parts: Parts;
  /** For how long I may be alone unasked; null while nothing runs. */
  #patienceMs: number | null = null;
  #since: Millis = 0;
  #asking = false;
  #cancelTimer: () => void = () => {};

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  follow({ session, settings }: AppSnapshot): void {
    const alone = session.phase === 'joined' && isAlone(session.room, session.me);
    const patienceMs = alone && settings.aloneMinutes !== null ? settings.aloneMinutes * MINUTE_MS : null;
    if (patienceMs === this.#patienceMs) return;
    const began = this.#patienceMs === null;
    this.#patienceMs = patienceMs;
    if (patienceMs === null) this.#stop();
    else if (began) this.#begin(patienceMs);
    else if (!this.#asking) this.#wait(patienceMs);
  }

  #begin(patienceMs: number): void {
    this.#since = this.#parts.clock.now();
    this.#wait(patienceMs);
  }

  /** A clock that was set makes nobody wait longer than the settings say. */
  #wait(patienceMs: number): void {
    const { clock } = this.#parts;
    const passed = Math.max(0, clock.now() - this.#since);
    this.#cancelTimer();
    this.#cancelTimer = clock.schedule(Math.max(0, patienceMs - passed), () => void this.#ask());
  }

  #stop(): void {
    this.#cancelTimer();
    this.#cancelTimer = () => {};
    this.#asking = false;
    this.#parts.prompts.withdraw('alone');
  }

  async #ask(): Promise<void> {
    const { clock, prompts, leaving, speech, log } = this.#parts;
    this.#asking = true;
    log('alone-asked');
    this.#cancelTimer = clock.schedule(ANSWER_MS, () => void this.#giveUp());
    this.#parts.tellUnseen({ title: speech.t('outside.alone.title'), body: speech.t('outside.alone.text') });
    const { answer } = await prompts.ask({ kind: 'alone', until: clock.now() + ANSWER_MS });
    // Taken back, or too late.
    if (!this.#asking) return;
    this.#cancelTimer();
    this.#asking = false;
    if (answer === 'leave') leaving.leave();
    else if (this.#patienceMs !== null) this.#begin(this.#patienceMs);
  }

  async #giveUp(): Promise<void> {
    const { client, log } = this.#parts;
    this.#stop();
    log('alone-left');
    const left = await client.command({ type: 'leave', policy: 'alone' });
    if (!left.ok && this.#patienceMs !== null) this.#begin(this.#patienceMs);
  }
}
