import type { Millis } from '#protocol/ids.ts';

import type { Clock } from '../ports.ts';

const MINUTE_MS = 60_000;

/** For how many whole minutes something has been going on; told anew with each of them. */
export interface Minutes {
  /** Null while it does not go on. */
  readonly passed: number | null;
  /** Whether it goes on now. */
  follow(on: boolean): void;
}

export function createMinutes(clock: Clock, onMinute: () => void): Minutes {
  let since: Millis | null = null;
  let cancel: (() => void) | null = null;
  const tick = (): void => {
    cancel = clock.schedule(MINUTE_MS, () => {
      tick();
      onMinute();
    });
  };
  return {
    get passed() {
      // A clock that was set back makes no time negative.
      return since === null ? null : Math.max(0, Math.floor((clock.now() - since) / MINUTE_MS));
    },
    follow(on) {
      if (on === (since !== null)) return;
      cancel?.();
      since = on ? clock.now() : null;
      if (on) tick();
    },
  };
}
