import type { MeetingClient } from '#client/contract.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import { mayCapture } from '../capture/phases.ts';
import type { Clock, Log, PagePort } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/**
 * Milliseconds that the page has, from the end of a stay, to stop every device and close every link. It takes a few
 * dozen; a machine that is out of breath must not lose its page for it.
 */
export const RELEASE_MS = 5_000;

/**
 * Holds `meeting-left` back until camera, microphone, screen and links are released (semantics rule 2), and makes it
 * true where the page does not: then the page's process is ended. Also watches the time after, in which a device that
 * comes up late must go again.
 */
export function guardRelease(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly page: Pick<PagePort, 'restart'>;
  readonly clock: Clock;
  readonly log: Log;
}): void {
  const { client, store, capture, page, clock, log } = parts;
  let cancelTimer: (() => void) | null = null;

  const force = (): void => {
    cancelTimer = null;
    log('capture-forced-off');
    page.restart();
    capture.pageLost();
  };

  // Never from within the client's own telling of a change.
  const release = (): void => {
    const { session } = store.current;
    if (session.phase === 'over' && !session.exit.released && capture.allReleased) client.released();
  };

  const check = (): void => {
    const { session } = store.current;
    if (mayCapture(session) || capture.allReleased) {
      cancelTimer?.();
      cancelTimer = null;
      if (session.phase === 'over' && !session.exit.released) queueMicrotask(release);
      return;
    }
    cancelTimer ??= clock.schedule(RELEASE_MS, force);
  };

  store.onChange((snapshot, before) => {
    if (snapshot.session !== before.session) check();
  });
  capture.onReport(check);
}
