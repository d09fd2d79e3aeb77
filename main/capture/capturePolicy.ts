import type { Result } from '#protocol/errors.ts';
import type { RouteInput } from '#protocol/ipc/contract.ts';
import type { AppSnapshot, CaptureKind } from '#protocol/ipc/snapshot.ts';
import type { MediaState } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';
import { isInside } from '#meeting/session/reduce.ts';
import { mayInSession } from '#meeting/session/mayInSession.ts';
import { SENDING } from '#meeting/permissions.ts';

import { done, refused } from '../results.ts';
import type { SnapshotStore } from '../snapshot/snapshotStore.ts';
import { mayCapture } from './phases.ts';

export type CaptureReport = RouteInput<'capture:report'>;
/** A speaker is chosen like the others, but nothing of it is captured. */
export type DeviceKind = RouteInput<'capture:choose'>['kind'];

const KINDS: readonly CaptureKind[] = ['microphone', 'camera', 'screen'];

/**
 * Decides what may be open and knows what is. `wanted` in the snapshot is this policy's word: the page opens and stops
 * devices to match it, and reports. Outside of preview and meeting nothing is ever wanted.
 */
export interface CapturePolicy {
  /** By the person, in the window or the tray. `wrong-phase` outside of preview and meeting, `forbidden` without the right. */
  want(kind: CaptureKind, on: boolean): Result<null>;
  choose(kind: DeviceKind, deviceId: string | null): void;
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
  readonly keepDevice: (kind: DeviceKind, deviceId: string | null) => void;
}

export function createCapturePolicy(dependencies: Dependencies): CapturePolicy {
  return new Policy(dependencies);
}

class Policy implements CapturePolicy {
  readonly #store: SnapshotStore;
  readonly #keepDevice: Dependencies['keepDevice'];
  readonly #listeners = new Set<() => void>();
  /** Kinds that the page was told to open and has not answered for: a device may come up at any moment. */
  readonly #opening = new Set<CaptureKind>();
  #links = 0;
  /** A microphone is open that sends nothing: a device light is on all the same. */
  #ear = false;
  /** What was on when the last meeting was over, for who rejoins it. */
  #lastWanted: MediaState = { microphone: false, camera: false, screen: false };

  constructor({ store, keepDevice }: Dependencies) {
    this.#store = store;
    this.#keepDevice = keepDevice;
    store.onChange((snapshot, before) => this.#follow(snapshot, before.session));
  }

  get live(): MediaState {
    const { microphone, camera, screen } = this.#store.current.capture;
    return { microphone: microphone.live, camera: camera.live, screen: screen.live };
  }

  get allReleased(): boolean {
    const { capture } = this.#store.current;
    return this.#links === 0 && !this.#ear && this.#opening.size === 0 && KINDS.every((kind) => !capture[kind].live);
  }

  want(kind: CaptureKind, on: boolean): Result<null> {
    const { session, capture } = this.#store.current;
    if (!mayCapture(session)) return refused('wrong-phase');
    const refusal = on ? refuse(session, kind) : null;
    if (refusal !== null) return refusal;
    const { wanted, error } = capture[kind];
    if (on && wanted && error !== null) {
      // Once more: the page tries again only what it saw off in between.
      this.#setWanted(kind, false);
      this.#store.flush();
    }
    this.#setWanted(kind, on);
    return done;
  }

  choose(kind: DeviceKind, deviceId: string | null): void {
    if (kind !== 'speaker') this.#store.patchCapture(kind, { deviceId, error: null });
    this.#keepDevice(kind, deviceId);
  }

  report(report: CaptureReport): void {
    for (const kind of KINDS) {
      const { live, error } = report[kind];
      const { wanted } = this.#store.current.capture[kind];
      if (live || error !== null || !wanted) this.#opening.delete(kind);
      this.#store.patchCapture(kind, { live, error: wanted ? error : null });
    }
    this.#links = report.links;
    this.#ear = report.ear ?? false;
    this.#tell();
  }

  pageLost(): void {
    this.#opening.clear();
    this.#links = 0;
    this.#ear = false;
    for (const kind of KINDS) this.#store.patchCapture(kind, { live: false, error: null });
    this.#tell();
  }

  onReport(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #setWanted(kind: CaptureKind, on: boolean): void {
    if (on && !this.#store.current.capture[kind].live) this.#opening.add(kind);
    this.#store.patchCapture(kind, { wanted: on, error: null });
  }

  #follow(snapshot: AppSnapshot, then: Session): void {
    const now = snapshot.session;
    if (now === then) return;
    this.#followRights(now);
    if (now.phase === then.phase) return;
    if (!mayCapture(now)) {
      if (now.phase === 'over' && isInside(then)) this.#lastWanted = wantedOf(snapshot);
      for (const kind of KINDS) this.#setWanted(kind, false);
    } else if (!mayCapture(then)) {
      const { settings } = this.#store.current;
      const rejoining = now.phase !== 'preview';
      this.#setWanted('microphone', rejoining ? this.#lastWanted.microphone : settings.joinWithMicrophone);
      this.#setWanted('camera', rejoining ? this.#lastWanted.camera : settings.joinWithCamera);
    }
  }

  /** What I may not send any more is released at once, and not taken up again by itself when I may. */
  #followRights(session: Session): void {
    if (!isInside(session)) return;
    for (const kind of KINDS) {
      if (this.#store.current.capture[kind].wanted && !mayInSession(session, SENDING[kind]))
        this.#setWanted(kind, false);
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A screen is shown to people in a room. What nobody there would get is not opened: before joining it is a look at oneself. */
function refuse(session: Session, kind: CaptureKind): Result<never> | null {
  if (isInside(session)) return mayInSession(session, SENDING[kind]) ? null : refused('forbidden');
  return kind === 'screen' ? refused('not-joined') : null;
}

function wantedOf({ capture }: AppSnapshot): MediaState {
  return { microphone: capture.microphone.wanted, camera: capture.camera.wanted, screen: false };
}
