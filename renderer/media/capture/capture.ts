import { createReconciler, type Reconciler } from '../lifetime/reconciler.ts';
import { type Asks, sameAsks } from './asks.ts';
import { type CaptureError, captureError } from './captureError.ts';
import type { KindNews } from './deviceNews.ts';

/** What one kind of capture should come to. `deviceId` null: the system's default. */
export interface CaptureGoal {
  readonly on: boolean;
  readonly deviceId: string | null;
  readonly asks: Asks;
}

export interface CaptureOptions {
  /** Opens the device, or the default one. Throws what getUserMedia throws. */
  readonly open: (deviceId: string | null, asks: Asks) => Promise<MediaStreamTrack>;
  /** Asks what is open for something else; false where that takes opening it anew. */
  readonly adjust: (track: MediaStreamTrack, asks: Asks) => Promise<boolean>;
  /** What the device of a track is called. */
  readonly label: (track: MediaStreamTrack) => string;
  /** The ids of what is there now, by which one that was unplugged is not asked for: it may take seconds to say no. */
  readonly look: () => Promise<ReadonlySet<string>>;
  readonly now: () => number;
  readonly onChange: () => void;
  readonly onNews: (news: KindNews) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Milliseconds that a device must have stayed open for its end to be an unplugging and not a refusal to work. */
const PROVEN_MS = 1_000;

export const NOTHING_WANTED: CaptureGoal = { on: false, deviceId: null, asks: {} };

const sameGoal = (a: CaptureGoal | null, b: CaptureGoal): boolean =>
  a !== null && a.on === b.on && a.deviceId === b.deviceId && sameAsks(a.asks, b.asks);
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

interface Opened {
  readonly track: MediaStreamTrack;
  readonly at: number;
  readonly label: string;
  /** Another device, in place of one that was named and is gone. */
  readonly substitute: boolean;
  /** Stops listening: what is stopped by us has not ended by itself. */
  readonly listening: AbortController;
}

/** One kind of capture: opens, switches and closes its device. Off means closed: the track is stopped, not disabled. */
export class Capture {
  readonly #options: CaptureOptions;
  readonly #reconciler: Reconciler<CaptureGoal>;
  #goal: CaptureGoal = NOTHING_WANTED;
  #opened: Opened | null = null;
  /** The goal that what is open was opened for. */
  #reached: CaptureGoal | null = null;
  /** The goal that failed: not tried again until something changes. */
  #failed: CaptureGoal | null = null;
  #error: CaptureError | null = null;
  #opening = false;
  #present: ReadonlySet<string> | null = null;
  /** What the device was called that went by itself, until it is known what takes its place. */
  #lost: string | null = null;
  /** It went before it had proven to work: unplugged, or one that never does. */
  #isDoubtful = false;
  /** The chosen device is there again and about to be taken in place of its substitute. */
  #returning = false;

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
    if (this.#goal.deviceId !== goal.deviceId) this.#returning = false;
    this.#goal = goal;
    if (!goal.on) {
      this.#close();
      this.#error = null;
      this.#failed = null;
      this.#lost = null;
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
    if (cameBack && this.#opened?.substitute) {
      this.#reached = null;
      this.#returning = true;
    }
    // A refusal is the person's; the rest may be cured by what was plugged in.
    if (this.#error !== 'capture-refused') this.#failed = null;
    this.#reconciler.aim(this.#goal);
  }

  settled(): Promise<void> {
    return this.#reconciler.settled();
  }

  async #reconcile(goal: CaptureGoal): Promise<void> {
    if (goal.on && !sameGoal(this.#reached, goal) && !sameGoal(this.#failed, goal)) {
      const opened = this.#reached?.deviceId === goal.deviceId ? this.#opened : null;
      if (opened === null || !(await this.#adjust(opened, goal))) await this.#open(goal);
    }
    this.#options.onChange();
  }

  /** Where the same device is only asked for something else. */
  async #adjust(opened: Opened, goal: CaptureGoal): Promise<boolean> {
    const does = await this.#options.adjust(opened.track, goal.asks);
    // Closed, or gone, while it was being asked: what comes next knows what to do.
    if (this.#opened !== opened) return false;
    if (does) this.#reached = goal;
    return does;
  }

  async #open(goal: CaptureGoal): Promise<void> {
    if (!this.#goal.on || (this.#isDoubtful && !(await this.#isUnplugged(goal)))) return;
    this.#opening = true;
    // Whoever opens a device a second time may get it as it was opened first.
    if (this.#reached?.deviceId === goal.deviceId) this.#rest();
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

  async #openOrSubstitute({ deviceId, asks }: CaptureGoal): Promise<readonly [MediaStreamTrack, boolean]> {
    try {
      if (!(await this.#isGone(deviceId))) return [await this.#options.open(deviceId, asks), false];
    } catch (thrown) {
      const gone = captureError(thrown) === 'capture-not-found' && (deviceId !== null || this.#lost !== null);
      if (!gone) throw thrown;
    }
    return [await this.#openAny(deviceId, asks), deviceId !== null];
  }

  /** A device that is still there and dies as soon as it is open would be opened for ever: wait for a change instead. */
  async #isUnplugged(goal: CaptureGoal): Promise<boolean> {
    this.#isDoubtful = false;
    if (await this.#isGone(goal.deviceId)) return true;
    this.#lost = null;
    this.#fail(goal, 'capture-busy');
    return false;
  }

  async #isGone(deviceId: string | null): Promise<boolean> {
    if (deviceId === null || this.#lost === null) return false;
    return !(await this.#options.look()).has(deviceId);
  }

  /** The system's default or, where that does not open either, whatever else there is. */
  async #openAny(but: string | null, asks: Asks): Promise<MediaStreamTrack> {
    let failure: unknown = null;
    for (const deviceId of [null, ...(this.#present ?? [])]) {
      if (deviceId !== null && deviceId === but) continue;
      try {
        return await this.#options.open(deviceId, asks);
      } catch (thrown) {
        failure ??= thrown;
      }
    }
    throw failure;
  }

  #take(track: MediaStreamTrack, substitute: boolean, goal: CaptureGoal): void {
    const before = this.#opened;
    const listening = new AbortController();
    const label = this.#options.label(track);
    // The old device closes after the new one opened: switching leaves no gap.
    this.#close();
    this.#opened = { track, substitute, at: this.#options.now(), label, listening };
    this.#reached = goal;
    this.#failed = null;
    this.#error = null;
    track.addEventListener('ended', () => this.#onEnded(track), { once: true, signal: listening.signal });
    this.#tell(label, substitute, before);
  }

  #tell(using: string, substitute: boolean, before: Opened | null): void {
    const { onNews } = this.#options;
    const [lost, isBack] = [this.#lost, this.#returning && !substitute];
    this.#lost = null;
    this.#returning = false;
    if (lost !== null) {
      if (lost !== using) onNews({ what: 'unplugged', lost, using });
    } else if (substitute && !before) onNews({ what: 'not-there', using });
    else if (isBack) onNews({ what: 'back', using });
  }

  #fail(goal: CaptureGoal, error: CaptureError): void {
    this.#failed = goal;
    this.#error = error;
    if (this.#lost !== null && error === 'capture-not-found') {
      this.#options.onNews({ what: 'none-left', lost: this.#lost });
      this.#lost = null;
    }
    if (!this.#opened) return;
    // What was open stays open: switching to a device that fails must not silence anybody.
    if (this.#opened.track.readyState === 'live') this.#reached = goal;
    else this.#close();
  }

  /** Lets go of the device, and of its track only when there is another: the page need not show a gap. */
  #rest(): void {
    this.#opened?.listening.abort();
    this.#opened?.track.stop();
  }

  #close(): void {
    this.#rest();
    this.#opened = null;
    this.#reached = null;
  }

  /** The device went by itself: unplugged, or taken away by the system. */
  #onEnded(track: MediaStreamTrack): void {
    if (this.#opened?.track !== track) return;
    const { at, label } = this.#opened;
    const proven = this.#options.now() - at >= PROVEN_MS;
    this.#close();
    this.#lost = label;
    this.#isDoubtful = !proven;
    this.#options.onChange();
    this.#reconciler.aim(this.#goal);
  }
}
