import { createReconciler, type Reconciler } from '../lifetime/reconciler.ts';
import { type CaptureError, captureError } from './captureError.ts';
import type { ScreenTracks } from './openScreen.ts';

/** What sharing should come to. Which screen or window it is, main alone knows. */
export interface ScreenGoal {
  readonly on: boolean;
  /** With the sound of the system. */
  readonly sound: boolean;
}

export interface ScreenCaptureOptions {
  /** Opens what main has chosen. Throws what getDisplayMedia throws. */
  readonly open: (sound: boolean) => Promise<ScreenTracks>;
  readonly onChange: () => void;
  readonly onFault: (fault: unknown) => void;
}

const OFF: ScreenGoal = { on: false, sound: false };

/**
 * The shared screen. Other than a device it is opened once for each wish: a window that was closed does not come back,
 * and whoever refused is not asked again by itself. Off means closed: the tracks are stopped.
 */
export class ScreenCapture {
  readonly #options: ScreenCaptureOptions;
  readonly #reconciler: Reconciler<ScreenGoal>;
  #goal = OFF;
  #tracks: ScreenTracks | null = null;
  #error: CaptureError | null = null;
  #opening = false;

  constructor(options: ScreenCaptureOptions) {
    this.#options = options;
    this.#reconciler = createReconciler((goal) => this.#reconcile(goal), options.onFault);
  }

  get tracks(): ScreenTracks | null {
    return this.#tracks;
  }

  /** The screen is being recorded, or is about to be although nobody wants it any more. */
  get live(): boolean {
    return this.#tracks !== null || (this.#opening && !this.#goal.on);
  }

  /** Why it is wanted and not live; `capture-not-found`: what was shared is gone. */
  get error(): CaptureError | null {
    return this.#goal.on && !this.#tracks ? this.#error : null;
  }

  /** Off closes before this returns. */
  aim(goal: ScreenGoal): void {
    if (goal.on === this.#goal.on) return;
    this.#goal = goal;
    if (!goal.on) {
      this.#close();
      this.#error = null;
      this.#options.onChange();
    }
    this.#reconciler.aim(goal);
  }

  settled(): Promise<void> {
    return this.#reconciler.settled();
  }

  async #reconcile(goal: ScreenGoal): Promise<void> {
    if (goal.on && !this.#tracks && this.#error === null) await this.#open(goal);
    this.#options.onChange();
  }

  async #open(goal: ScreenGoal): Promise<void> {
    this.#opening = true;
    try {
      const tracks = await this.#options.open(goal.sound);
      // Stopped, or stopped and begun anew with something else, while it was opening.
      if (this.#goal === goal) this.#take(tracks);
      else stop(tracks);
    } catch (thrown) {
      if (this.#goal === goal) this.#error = captureError(thrown);
    } finally {
      this.#opening = false;
    }
  }

  #take(tracks: ScreenTracks): void {
    this.#tracks = tracks;
    // It is not told of our own stops: the window was closed, the screen unplugged, or the system took it away.
    const onEnded = (): void => {
      if (this.#tracks !== tracks) return;
      this.#close();
      this.#error = 'capture-not-found';
      this.#options.onChange();
    };
    tracks.video.addEventListener('ended', onEnded, { once: true });
  }

  #close(): void {
    const closing = this.#tracks;
    this.#tracks = null;
    if (closing) stop(closing);
  }
}

function stop({ video, audio }: ScreenTracks): void {
  video.stop();
  audio?.stop();
}
