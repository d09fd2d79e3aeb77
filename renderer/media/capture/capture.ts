import { createReconciler, type Reconciler } from '../lifetime/reconciler.ts';
import { type CaptureError, captureError } from './captureError.ts';

/** What one kind of capture should come to. `deviceId` null: the system's default. */
export interface CaptureGoal {
  readonly on: boolean;
  readonly deviceId: string | null;
}

export interface CaptureOptions {
  /** Opens the device, or the default one. Throws what getUserMedia throws. */
  readonly open: (deviceId: string | null) => Promise<MediaStreamTrack>;
  readonly now: () => number;
  readonly onChange: () => void;
  readonly onFault: (fault: unknown) => void;
}

/** Milliseconds that a device must have stayed open for its end to be an unplugging and not a refusal to work. */
const PROVEN_MS = 1_000;

const sameGoal = (a: CaptureGoal | null, b: CaptureGoal): boolean => a?.on === b.on && a.deviceId === b.deviceId;
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

interface Opened {
  readonly track: MediaStreamTrack;
  readonly at: number;
  /** The default device, in place of one that was named and is gone. */
  readonly substitute: boolean;
}

/** One kind of capture: opens, switches and closes its device. Off means closed: the track is stopped, not disabled. */
export class Capture {
  readonly #options: CaptureOptions;
  readonly #reconciler: Reconciler<CaptureGoal>;
  #goal: CaptureGoal = { on: false, deviceId: null };
  #opened: Opened | null = null;
  /** The goal that what is open was opened for. */
  #reached: CaptureGoal | null = null;
  /** The goal that failed: not tried again until something changes. */
  #failed: CaptureGoal | null = null;
  #error: CaptureError | null = null;
  #opening = false;
  #present: ReadonlySet<string> | null = null;

  constructor(options: CaptureOptions) {
    this.#options = options;
    this.#reconciler = createReconciler((goal) => this.#reconcile(goal), options.onFault);
  }

  /** The open track; null while the device is closed. */
  get track(): MediaStreamTrack | null {
    return this.#opened?.track ?? null;
  }

  /** A device light may be on: the track is open, or a device that nobody wants any more is still opening. */
  get live(): boolean {
    return this.#opened !== null || (this.#opening && !this.#goal.on);
  }

  /** Why it is wanted and not live. */
  get error(): CaptureError | null {
    return this.#goal.on && !this.#opened ? this.#error : null;
  }

  /** Off closes the device before this returns. */
  aim(goal: CaptureGoal): void {
    if (sameGoal(this.#goal, goal)) return;
    this.#goal = goal;
    if (!goal.on) {
      this.#close();
      this.#error = null;
      this.#failed = null;
      this.#options.onChange();
    }
    this.#reconciler.aim(goal);
  }

  /** Devices came or went; `present` holds the ids of this kind. Tries again what that may have changed. */
  devicesChanged(present: ReadonlySet<string>): void {
    const before = this.#present;
    this.#present = present;
    if (before && sameSet(before, present)) return;
    const { deviceId } = this.#goal;
    const cameBack = deviceId !== null && present.has(deviceId) && before?.has(deviceId) === false;
    if (cameBack && this.#opened?.substitute) this.#reached = null;
    // A refusal is the person's; the rest may be cured by what was plugged in.
    if (this.#error !== 'capture-refused') this.#failed = null;
    this.#reconciler.aim(this.#goal);
  }

  settled(): Promise<void> {
    return this.#reconciler.settled();
  }

  async #reconcile(goal: CaptureGoal): Promise<void> {
    if (goal.on && !sameGoal(this.#reached, goal) && !sameGoal(this.#failed, goal)) await this.#open(goal);
    this.#options.onChange();
  }

  async #open(goal: CaptureGoal): Promise<void> {
    this.#opening = true;
    try {
      const [track, substitute] = await this.#openOrSubstitute(goal);
      // Muted again while the device was opening: it must not stay open for a moment longer.
      if (this.#goal.on) this.#take(track, substitute, goal);
      else track.stop();
    } catch (thrown) {
      if (this.#goal.on) this.#fail(goal, captureError(thrown));
    } finally {
      this.#opening = false;
    }
  }

  async #openOrSubstitute({ deviceId }: CaptureGoal): Promise<readonly [MediaStreamTrack, boolean]> {
    const { open } = this.#options;
    try {
      return [await open(deviceId), false];
    } catch (thrown) {
      if (deviceId === null || captureError(thrown) !== 'capture-not-found') throw thrown;
      return [await open(null), true];
    }
  }

  #take(track: MediaStreamTrack, substitute: boolean, goal: CaptureGoal): void {
    // The old device closes after the new one opened: switching leaves no gap.
    this.#close();
    this.#opened = { track, substitute, at: this.#options.now() };
    this.#reached = goal;
    this.#failed = null;
    this.#error = null;
    track.addEventListener('ended', () => this.#onEnded(track), { once: true });
  }

  #fail(goal: CaptureGoal, error: CaptureError): void {
    this.#failed = goal;
    this.#error = error;
    // What was open stays open: switching to a device that fails must not silence anybody.
    if (this.#opened) this.#reached = goal;
  }

  #close(): void {
    const closing = this.#opened;
    this.#opened = null;
    this.#reached = null;
    closing?.track.stop();
  }

  /** The device went by itself (it is not told of our own stops): unplugged, or taken away by the system. */
  #onEnded(track: MediaStreamTrack): void {
    if (this.#opened?.track !== track) return;
    const proven = this.#options.now() - this.#opened.at >= PROVEN_MS;
    this.#close();
    // A device that dies as soon as it is open would be opened for ever: wait for a change instead.
    if (!proven) this.#fail(this.#goal, 'capture-busy');
    this.#options.onChange();
    this.#reconciler.aim(this.#goal);
  }
}
