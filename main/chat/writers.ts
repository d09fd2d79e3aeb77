import type { ParticipantId } from '#protocol/ids.ts';

import type { Clock } from '../ports.ts';

/** Milliseconds for which it is believed that somebody writes, if they say nothing more of it. */
const BELIEVED_MS = 6_000;

/** Who writes just now. */
export class Writers {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #cancels = new Map<ParticipantId, () => void>();

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get all(): readonly ParticipantId[] {
    return [...this.#cancels.keys()];
  }

  writes(participant: ParticipantId): void {
    const cancel = this.#cancels.get(participant);
    cancel?.();
    this.#cancels.set(
      participant,
      this.#clock.schedule(BELIEVED_MS, () => this.stopped(participant)),
    );
    if (cancel === undefined) this.#onChange();
  }

  stopped(participant: ParticipantId): void {
    const cancel = this.#cancels.get(participant);
    if (cancel === undefined) return;
    cancel();
    this.#cancels.delete(participant);
    this.#onChange();
  }

  /** Whoever is gone writes no longer. */
  keep(isThere: (participant: ParticipantId) => boolean): void {
    for (const participant of this.all) if (!isThere(participant)) this.stopped(participant);
  }

  forget(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }
}
