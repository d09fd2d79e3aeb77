import type { Result } from '#protocol/errors.ts';
import type { RouteInput } from '#protocol/ipc/contract.ts';
import type { AppSnapshot, CaptureKind } from '#protocol/ipc/snapshot.ts';
import type { MediaState } from '#protocol/room.ts';
import { may } from '#meeting/permissions.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import { mayCapture } from './phases.ts';

export type CaptureReport = RouteInput<'capture:report'>;

const KINDS: readonly CaptureKind[] = ['microphone', 'camera', 'screen'];

/**
 * Decides what may be open and knows what is. `wanted` in the snapshot is this policy's word: the page opens and stops
 * devices to match it, and reports. Outside of preview and meeting nothing is ever wanted.
 */
export interface CapturePolicy {
  /** By the person, in the window or the tray. `wrong-phase` outside of preview and meeting, `forbidden` without the right. */
  want(kind: CaptureKind, on: boolean): Result<null>;
  choose(kind: 'microphone' | 'camera', deviceId: string | null): void;
  report(report: CaptureReport): void;
  /** The page's process is gone, and with it all that it had open. */
  pageLost(): void;
  /** What the page last said it has open. */
  readonly live: MediaState;
  /** Nothing is open, no peer link is left, and the page is not about to open anything. */
  readonly allReleased: boolean;
  onReport(listener: () => void): () => void;
}

interface Dependencies {
  readonly store: SnapshotStore;
  readonly keepDevice: (kind: 'microphone' | 'camera', deviceId: string | null) => void;
}

export function createCapturePolicy({ store, keepDevice }: Dependencies): CapturePolicy {
  const listeners = new Set<() => void>();
  /** Kinds that the page was told to open and has not answered for: a device may come up at any moment. */
  const opening = new Set<CaptureKind>();
  let links = 0;
  /** What was on when the last meeting was over, for who rejoins it. */
  let lastWanted: MediaState = { microphone: false, camera: false, screen: false };

  const setWanted = (kind: CaptureKind, on: boolean): void => {
    const view = store.current.capture[kind];
    if (on && !view.live) opening.add(kind);
    store.patchCapture(kind, { wanted: on, error: null });
  };

  const follow = (snapshot: AppSnapshot, before: AppSnapshot): void => {
    const [now, then] = [snapshot.session, before.session];
    if (now.phase === then.phase) return;
    if (!mayCapture(now)) {
      if (now.phase === 'over' && isInside(then)) lastWanted = wantedOf(snapshot);
      for (const kind of KINDS) setWanted(kind, false);
    } else if (!mayCapture(then)) {
      const { settings } = store.current;
      const rejoining = now.phase !== 'preview';
      setWanted('microphone', rejoining ? lastWanted.microphone : settings.joinWithMicrophone);
      setWanted('camera', rejoining ? lastWanted.camera : settings.joinWithCamera);
    }
  };
  store.onChange(follow);

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    want(kind, on) {
      const { session } = store.current;
      if (!mayCapture(session)) return refused('wrong-phase');
      if (on && kind === 'screen') {
        if (!isInside(session)) return refused('not-joined');
        const me = session.room.participants[session.me];
        if (me === undefined || !may(me.role, 'shareScreen')) return refused('forbidden');
      }
      const { wanted, error } = store.current.capture[kind];
      if (on && wanted && error !== null) {
        // Once more: the page tries again only what it saw off in between.
        setWanted(kind, false);
        store.flush();
      }
      setWanted(kind, on);
      return done;
    },
    choose(kind, deviceId) {
      store.patchCapture(kind, { deviceId, error: null });
      keepDevice(kind, deviceId);
    },
    report(report) {
      for (const kind of KINDS) {
        const { live, error } = report[kind];
        const { wanted } = store.current.capture[kind];
        if (live || error !== null || !wanted) opening.delete(kind);
        store.patchCapture(kind, { live, error: wanted ? error : null });
      }
      links = report.links;
      tell();
    },
    pageLost() {
      opening.clear();
      links = 0;
      for (const kind of KINDS) store.patchCapture(kind, { live: false, error: null });
      tell();
    },
    get live() {
      const { microphone, camera, screen } = store.current.capture;
      return { microphone: microphone.live, camera: camera.live, screen: screen.live };
    },
    get allReleased() {
      return links === 0 && opening.size === 0 && KINDS.every((kind) => !store.current.capture[kind].live);
    },
    onReport(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function wantedOf({ capture }: AppSnapshot): MediaState {
  return { microphone: capture.microphone.wanted, camera: capture.camera.wanted, screen: false };
}
