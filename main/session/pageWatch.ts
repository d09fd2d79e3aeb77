import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { HoldToTalk } from '../capture/holdToTalk.ts';
import type { Clock, Log, PagePort } from '../ports.ts';
import type { Recording } from '../recording/recording.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import type { Leaving } from './leaving.ts';
import type { PageOutbox } from './pageOutbox.ts';

/** So many ends of the page within so many milliseconds are no accident: bringing it back once more would not help. */
const MAX_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;

/** What happens to the page's process. */
export interface PageWatch {
  /** It was answered before main was there: it is told what is true now. */
  greeted(): void;
  /** It loads anew: its devices and links are gone, the meeting goes on, the new page takes it up. */
  reloading(): void;
  /** It died or hangs. Brought back into the same meeting; left if that does not help. */
  crashed(why: string): void;
  /** The window is gone for good: nobody can see or hear the meeting any more, so I am out of it. */
  closed(): void;
}

export function watchPage(parts: {
  readonly capture: CapturePolicy;
  readonly talking: HoldToTalk;
  readonly recording: Pick<Recording, 'pageLost'>;
  readonly outbox: PageOutbox;
  readonly leaving: Leaving;
  readonly store: SnapshotStore;
  readonly page: Pick<PagePort, 'restart' | 'push'>;
  readonly clock: Clock;
  readonly log: Log;
}): PageWatch {
  const { store, capture, talking, recording, outbox, leaving, page, clock, log } = parts;
  let crashes: readonly number[] = [];

  const lost = (): void => {
    outbox.lost();
    talking.pageLost();
    capture.pageLost();
    recording.pageLost();
  };
  return {
    greeted() {
      outbox.attached();
      page.push('snapshot', store.current);
    },
    reloading: lost,
    crashed(why) {
      const now = clock.now();
      crashes = [...crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
      log('page-crashed', { why, crashes: crashes.length });
      lost();
      if (crashes.length > MAX_CRASHES) leaving.leave();
      page.restart();
    },
    closed() {
      lost();
      leaving.leave();
    },
  };
}
