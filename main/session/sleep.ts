import type { Millis } from '#protocol/ids.ts';
import type { MeetingClient } from '#client/contract.ts';
import { isInside } from '#meeting/session/reduce.ts';

import type { CapturePolicy } from '../capture/capturePolicy.ts';
import type { Clock, Log } from '../ports.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';

/** A sleep longer than this is one in which others saw me go: waking up must not put me back in front of them unasked. */
export const LONG_SLEEP_MS = 60_000;
/** How long after waking a connection may turn out to be dead. */
const DISCOVERY_MS = 25_000;

/** What the system's sleep means for a meeting. */
export interface SleepWatch {
  suspended(): void;
  resumed(): void;
}

/**
 * Short sleep: the connection is checked and resumed. Long sleep: if the connection is lost, I am out with "connection
 * lost" and choose myself whether to rejoin. Camera and screen go off at every sleep and never come back on by
 * themselves; the microphone too after a long one.
 */
export function watchSleep(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly capture: CapturePolicy;
  readonly clock: Clock;
  readonly log: Log;
}): SleepWatch {
  const { client, store, capture, clock, log } = parts;
  let since: Millis | null = null;
  /** After a long sleep, until then, reconnecting is given up instead of done behind the person's back. */
  let askUntil: Millis = 0;

  const giveUpIfLost = (): void => {
    if (store.current.session.phase === 'reconnecting' && clock.now() < askUntil) {
      askUntil = 0;
      client.cancel();
    }
  };
  store.onChange((snapshot, before) => {
    // Never from within the client's own telling of a change.
    if (snapshot.session.phase !== before.session.phase) queueMicrotask(giveUpIfLost);
  });

  return {
    suspended() {
      since = clock.now();
      capture.want('camera', false);
      capture.want('screen', false);
    },
    resumed() {
      const slept = since === null ? 0 : Math.max(0, clock.now() - since);
      since = null;
      log('resumed-from-sleep', { ms: slept, inside: isInside(store.current.session) });
      if (slept >= LONG_SLEEP_MS) {
        capture.want('microphone', false);
        askUntil = clock.now() + DISCOVERY_MS;
        giveUpIfLost();
      }
      client.nudge();
    },
  };
}
