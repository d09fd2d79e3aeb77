import type { RecordingView } from '#protocol/ipc/recording.ts';

import type { MediaEnvironment } from '../environment.ts';
import { createTimer } from '../lifetime/timer.ts';
import { createMixer } from './mixer.ts';
import { createPainter } from './painter.ts';
import type { Scene } from './scene.ts';

/** Draws, mixes and encodes what main wants recorded, and hands it over piece by piece. */
export interface Recorder {
  /** Begins or ends, before it returns, what the snapshot says. */
  follow(view: RecordingView | null): void;
  /** Settles when everything was handed over and nothing is left open. */
  settled(): Promise<void>;
}

interface RecorderOptions {
  readonly environment: Pick<MediaEnvironment, 'document' | 'after' | 'onFault'>;
  /** What there is to see and hear now. */
  readonly scene: () => Scene;
  /** Settles when main has it; false where main takes no more. */
  readonly hand: (piece: Uint8Array<ArrayBuffer>) => Promise<boolean>;
  readonly finish: () => Promise<void>;
}

/** Of the recorded picture: pixels, pictures a second, bits a second of both. */
const SIZE = { width: 1280, height: 720 };
const FRAME_RATE = 15;
const VIDEO_BITS = 2_500_000;
const AUDIO_BITS = 96_000;
/** Milliseconds of a piece: what is lost at most when the app is. */
const PIECE_MS = 1_000;
const TYPE = 'video/webm;codecs=vp8,opus';

interface Session {
  readonly id: string;
  stop(): void;
}

export function createRecorder(options: RecorderOptions): Recorder {
  let session: Session | null = null;
  let done: Promise<void> = Promise.resolve();

  return {
    follow(view) {
      const wanted = view?.state === 'on' ? view.id : null;
      if (session && session.id !== wanted) {
        session.stop();
        session = null;
      }
      if (wanted === null || session) return;
      const begun = begin(options);
      session = { id: wanted, stop: begun.stop };
      const before = done;
      done = before.then(() => begun.done);
    },
    settled: () => done,
  };
}

/** Where nothing can be recorded main is told that it is over, so that nobody believes that it goes on. */
function begin(options: RecorderOptions): ReturnType<typeof record> {
  try {
    return record(options);
  } catch (fault) {
    options.environment.onFault(fault);
    return { stop: () => undefined, done: options.finish().catch(options.environment.onFault) };
  }
}

function record({ environment, scene, hand, finish }: RecorderOptions): {
  readonly stop: () => void;
  readonly done: Promise<void>;
} {
  const { document, after, onFault } = environment;
  const painter = createPainter(document, SIZE.width, SIZE.height);
  const pictures = painter.canvas.captureStream(FRAME_RATE);
  const mixer = createMixer();
  const timer = createTimer(after);
  const draw = (): void => {
    // Before anything can fail: a picture that does is one picture less, and not the end of them.
    timer.set(1000 / FRAME_RATE, draw);
    const now = scene();
    painter.paint(now);
    mixer.follow([...now.people.flatMap(({ voice }) => voice ?? []), ...now.sounds]);
  };
  const close = (): Promise<void> => {
    timer.cancel();
    for (const track of pictures.getTracks()) track.stop();
    painter.close();
    return mixer.close();
  };
  try {
    draw();
    const { ended, handed, stop } = encode([...pictures.getVideoTracks(), mixer.track], hand);
    const over = async (): Promise<void> => {
      await Promise.all([handed(), close()]);
      await finish();
    };
    return { stop, done: ended.then(over).catch(onFault) };
  } catch (fault) {
    close().catch(onFault);
    throw fault;
  }
}

/** Encodes these from now on and hands it over piece by piece, until it is stopped or no more is taken. */
function encode(
  tracks: readonly MediaStreamTrack[],
  hand: RecorderOptions['hand'],
): {
  readonly stop: () => void;
  readonly ended: Promise<void>;
  /** After the end: settles when everything was handed over. */
  readonly handed: () => Promise<unknown>;
} {
  const recorder = new MediaRecorder(new MediaStream([...tracks]), {
    mimeType: TYPE,
    videoBitsPerSecond: VIDEO_BITS,
    audioBitsPerSecond: AUDIO_BITS,
  });
  let handing = Promise.resolve(true);
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const handOver = async (before: Promise<boolean>, data: Blob): Promise<boolean> => {
    if (!(await before)) return false;
    const isTaken = await hand(new Uint8Array(await data.arrayBuffer()));
    if (!isTaken) stop();
    return isTaken;
  };
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) handing = handOver(handing, data);
  });
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
  recorder.start(PIECE_MS);
  return { stop, ended, handed: () => handing };
}
