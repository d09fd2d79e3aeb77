import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { Notice } from '#protocol/ipc/notice.ts';

import type { Log, PagePort } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** Signals that may wait for a page which is loading. More than any meeting of a mesh makes in that time. */
export const MAX_QUEUED_SIGNALS = 2_000;

/**
 * What goes to the page, in order and once: snapshots as they settle, notices from the moment it has asked for its first
 * snapshot, signals from the moment its media is set up. A page that is loading misses none of them.
 */
export interface PageOutbox {
  notice(notice: Notice): void;
  signal(signal: IncomingSignal): void;
  /** The page has its first snapshot. */
  attached(): void;
  /** The page's media is set up. */
  mediaReady(): void;
  /** The page is gone or loads anew. */
  lost(): void;
  /** Signals of a stay that is over mean nothing to the next. */
  forgetSignals(): void;
}

export function createPageOutbox(parts: {
  readonly store: SnapshotStore;
  readonly page: PagePort;
  readonly log: Log;
}): PageOutbox {
  const { store, page, log } = parts;
  let attached = false;
  let mediaReady = false;
  let notices: Notice[] = [];
  let signals: IncomingSignal[] = [];

  store.onSettled((snapshot) => {
    if (attached) page.push('snapshot', snapshot);
  });

  return {
    notice(notice) {
      if (!attached) {
        notices.push(notice);
        return;
      }
      store.flush();
      page.push('notice', notice);
    },
    signal(signal) {
      if (mediaReady) {
        store.flush();
        page.push('signal', signal);
      } else if (signals.length < MAX_QUEUED_SIGNALS) {
        signals.push(signal);
      } else {
        log('signal-dropped', { queued: signals.length });
      }
    },
    attached() {
      attached = true;
      const waiting = notices;
      notices = [];
      for (const notice of waiting) page.push('notice', notice);
    },
    mediaReady() {
      mediaReady = true;
      const waiting = signals;
      signals = [];
      if (waiting.length > 0) store.flush();
      for (const signal of waiting) page.push('signal', signal);
    },
    lost() {
      attached = false;
      mediaReady = false;
    },
    forgetSignals() {
      signals = [];
    },
  };
}
