import type { BlurOrder, BlurWord } from './messages.ts';
import { takeApart, type TakenApart } from './insertable.ts';

/** The worker that blurs, as far as this looks at one. */
export type BlurWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

interface PictureOptions {
  readonly startWorker: () => BlurWorker;
  readonly takeApart: (track: MediaStreamTrack) => TakenApart;
  /** There is another track, or none any more. */
  readonly onChange: () => void;
  /** There will be no blurred picture. */
  readonly onFailed: (fault: Error) => void;
}

/** My picture as it leaves this machine: the camera's own, or with what is behind me blurred. */
export interface Picture {
  /** Null while the camera is off, and while it is to be blurred and is not yet: nobody sees for a moment what they must not. */
  readonly track: MediaStreamTrack | null;
  follow(camera: MediaStreamTrack | null, isBlurred: boolean): void;
}

/** The page's own worker: its script, and the model that it loads, are read only now. */
const startWorker = (): BlurWorker => new Worker(new URL('./blurWorker.ts', import.meta.url), { name: 'blur' });

interface Blurring {
  readonly id: number;
  readonly track: MediaStreamTrack;
  isReady: boolean;
}

export function createPicture(
  options: Pick<PictureOptions, 'onChange' | 'onFailed'> & Partial<PictureOptions>,
): Picture {
  return new PictureOfMine({ startWorker, takeApart, ...options });
}

class PictureOfMine implements Picture {
  readonly #options: PictureOptions;
  #camera: MediaStreamTrack | null = null;
  #isBlurred = false;
  /** There while something is blurred: another camera finds it with its model loaded. */
  #worker: BlurWorker | null = null;
  #blurring: Blurring | null = null;
  #orders = 0;

  constructor(options: PictureOptions) {
    this.#options = options;
  }

  get track(): MediaStreamTrack | null {
    if (!this.#isBlurred) return this.#camera;
    return this.#blurring?.isReady ? this.#blurring.track : null;
  }

  follow(camera: MediaStreamTrack | null, isBlurred: boolean): void {
    if (camera === this.#camera && isBlurred === this.#isBlurred) return;
    this.#camera = camera;
    this.#isBlurred = isBlurred;
    this.#blurring?.track.stop();
    this.#blurring = null;
    if (camera && isBlurred) this.#blur(camera);
    else this.#dismiss();
  }

  #blur(camera: MediaStreamTrack): void {
    const { readable, writable, track } = this.#options.takeApart(camera);
    const id = (this.#orders += 1);
    this.#blurring = { id, track, isReady: false };
    const order: BlurOrder = { id, readable, writable };
    this.#worker ??= this.#start();
    this.#worker.postMessage(order, [readable, writable]);
  }

  #start(): BlurWorker {
    const worker = this.#options.startWorker();
    worker.addEventListener('message', (event) => {
      const word = (event as MessageEvent<BlurWord>).data;
      if (this.#worker !== worker || word.id !== this.#blurring?.id) return;
      if (word.type === 'failed') return this.#fail(word.detail);
      this.#blurring.isReady = true;
      this.#options.onChange();
    });
    worker.addEventListener('error', () => {
      if (this.#worker === worker) this.#fail('the worker did not start');
    });
    return worker;
  }

  /** There is no picture then: one that is not blurred would show what its owner did not want to be seen. */
  #fail(why: string): void {
    this.#blurring?.track.stop();
    this.#blurring = null;
    this.#dismiss();
    this.#options.onFailed(new Error(`the background could not be blurred: ${why}`));
    this.#options.onChange();
  }

  #dismiss(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
