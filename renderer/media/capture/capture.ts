import { createReconciler } from '../lifetime/reconciler.ts';
import { type CaptureError, captureError } from './captureError.ts';

/** What one kind of capture should come to. `deviceId` null: the system's default. */
export interface CaptureGoal {
  readonly on: boolean;
  readonly deviceId: string | null;
}

/** One kind of capture: opens, switches and closes its device. */
export interface Capture {
  /** The open track; null while the device is closed. */
  readonly track: MediaStreamTrack | null;
  /** A device light may be on: the track is open, or a device that nobody wants any more is still opening. */
  readonly live: boolean;
  /** Why it is wanted and not live. */
  readonly error: CaptureError | null;
  /** Off closes the device before this returns. */
  aim(goal: CaptureGoal): void;
  /** Devices came or went; `present` holds the ids of this kind. Tries again what they may have changed. */
  devicesChanged(present: ReadonlySet<string>): void;
  settled(): Promise<void>;
}

interface CaptureOptions {
  /** Opens the device, or the default one. */
  readonly open: (deviceId: string | null) => Promise<MediaStreamTrack>;
  readonly now: () => number;
  readonly onChange: () => void;
  readonly onFault: (fault: unknown) => void;
}

const OFF: CaptureGoal = { on: false, deviceId: null };
const same = (a: CaptureGoal | null, b: CaptureGoal): boolean => a?.on === b.on && a.deviceId === b.deviceId;

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/** Milliseconds that a device must have stayed open for its end to be an unplugging and not a refusal to work. */
const PROVEN_MS = 1_000;

export function createCapture({ open, now, onChange, onFault }: CaptureOptions): Capture {
  let goal = OFF;
  let track: MediaStreamTrack | null = null;
  let openedAt = 0;
  /** What the open track was opened for, and whether it is the device that was asked for. */
  let openedFor: CaptureGoal | null = null;
  let substitute = false;
  let opening = false;
  let error: CaptureError | null = null;
  /** The goal that `error` belongs to: not tried again until something changes. */
  let failedFor: CaptureGoal | null = null;
  let lastPresent: ReadonlySet<string> | null = null;

  const close = (): void => {
    const closing = track;
    track = null;
    openedFor = null;
    closing?.stop();
  };

  const onEnded = (ended: MediaStreamTrack): void => {
    if (track !== ended) return;
    const proven = now() - openedAt >= PROVEN_MS;
    close();
    // A device that dies as soon as it is open would be opened for ever: wait for a change instead.
    if (!proven) {
      error = 'capture-busy';
      failedFor = goal;
    }
    onChange();
    reconciler.aim(goal);
  };

  const take = (opened: MediaStreamTrack, wanted: CaptureGoal, isSubstitute: boolean): void => {
    close();
    track = opened;
    openedAt = now();
    openedFor = wanted;
    substitute = isSubstitute;
    error = null;
    failedFor = null;
    opened.addEventListener('ended', () => onEnded(opened), { once: true });
  };

  /** The device asked for; the default one in its place where it is gone. */
  const openWithFallback = async (wanted: CaptureGoal): Promise<[MediaStreamTrack, boolean]> => {
    try {
      return [await open(wanted.deviceId), false];
    } catch (thrown) {
      if (wanted.deviceId === null || captureError(thrown) !== 'capture-not-found') throw thrown;
      return [await open(null), true];
    }
  };

  const openFor = async (wanted: CaptureGoal): Promise<void> => {
    opening = true;
    try {
      const [opened, isSubstitute] = await openWithFallback(wanted);
      // Muted again while the device was opening: it must not stay open for a moment longer.
      if (goal.on) take(opened, wanted, isSubstitute);
      else opened.stop();
    } catch (thrown) {
      if (!goal.on) return;
      // What was open stays open: switching to a device that fails must not silence anybody.
      if (track) openedFor = wanted;
      else error = captureError(thrown);
      failedFor = wanted;
    } finally {
      opening = false;
    }
  };

  const reconciler = createReconciler<CaptureGoal>(async (wanted) => {
    if (wanted.on && !same(openedFor, wanted) && !same(failedFor, wanted)) await openFor(wanted);
    onChange();
  }, onFault);

  return {
    get track() {
      return track;
    },
    get live() {
      return track !== null || (opening && !goal.on);
    },
    get error() {
      return goal.on ? error : null;
    },
    aim(wanted) {
      if (same(goal, wanted)) return;
      goal = wanted;
      if (!wanted.on) {
        close();
        error = null;
        failedFor = null;
        onChange();
      }
      reconciler.aim(wanted);
    },
    devicesChanged(present) {
      const before = lastPresent;
      lastPresent = present;
      if (before && sameSet(before, present)) return;
      const { deviceId } = goal;
      const cameBack = deviceId !== null && present.has(deviceId) && before?.has(deviceId) === false;
      if (cameBack && substitute) openedFor = null;
      // A refusal is the person's; the rest may be cured by what was plugged in.
      if (failedFor && error !== 'capture-refused') failedFor = null;
      reconciler.aim(goal);
    },
    settled: () => reconciler.settled(),
  };
}
