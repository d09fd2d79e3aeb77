import type { MediaEnvironment } from '../environment.ts';
import { createTimer } from '../lifetime/timer.ts';
import { sendTo } from './sendTo.ts';

/** The notes, in Hz: a chord that rises, so that a speaker which plays only highs or lows is heard to. */
const NOTES = [261.63, 329.63, 392, 523.25] as const;
/** Seconds between two notes, of the last one's ringing, and how loud a note gets (0..1). */
const BEAT = 0.35;
const RING = 0.9;
const LOUD = 0.25;
const LENGTH_MS = (NOTES.length * BEAT + RING) * 1000;
const LOOK_MS = 100;

/** A few notes, to hear whether the speaker works. Made when they are played: there is no file. */
export interface TestSound {
  /** How much has been played, 0..1; null while nothing is. */
  readonly progress: number | null;
  /** From the start, there: a device's id, or '' for the system's default. */
  play(sinkId: string): void;
  /** Goes on over there. */
  useSpeaker(sinkId: string): void;
  stop(): void;
}

interface Playing {
  readonly context: AudioContext;
  readonly element: HTMLAudioElement;
  readonly since: number;
}

type TestSoundEnvironment = Pick<MediaEnvironment, 'document' | 'now' | 'after' | 'onFault'>;

/** `onChange` is called whenever `progress` may be another. */
export function createTestSound(environment: TestSoundEnvironment, onChange: () => void): TestSound {
  const { now, after, onFault } = environment;
  const timer = createTimer(after);
  let playing: Playing | null = null;

  const stop = (): void => {
    timer.cancel();
    if (!playing) return;
    const { context, element } = playing;
    playing = null;
    element.srcObject = null;
    element.remove();
    context.close().catch(onFault);
    onChange();
  };
  const look = (): void => {
    if (!playing) return;
    if (now() - playing.since >= LENGTH_MS) return stop();
    timer.set(LOOK_MS, look);
    onChange();
  };

  return {
    get progress() {
      return playing ? Math.min(1, (now() - playing.since) / LENGTH_MS) : null;
    },
    play(sinkId) {
      stop();
      const context = new AudioContext();
      // Only elements can be sent to a speaker in every Chromium that this runs on; contexts from 110.
      const out = new MediaStreamAudioDestinationNode(context);
      NOTES.forEach((hertz, beat) => ring(context, out, hertz, context.currentTime + beat * BEAT));
      const element = environment.document.createElement('audio');
      element.hidden = true;
      element.dataset['sound'] = 'test';
      element.srcObject = out.stream;
      environment.document.body.append(element);
      playing = { context, element, since: now() };
      if (sinkId !== '') sendTo(element, sinkId, onFault);
      element.play().catch((fault: unknown) => {
        // Stopped before it began.
        if (playing?.element === element) onFault(fault);
      });
      look();
    },
    useSpeaker(sinkId) {
      if (playing && playing.element.sinkId !== sinkId) sendTo(playing.element, sinkId, onFault);
    },
    stop,
  };
}

/** One note that is struck `at` (the context's time) and fades. */
function ring(context: AudioContext, out: AudioNode, hertz: number, at: number): void {
  const tone = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUD, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + RING);
  tone.connect(loudness).connect(out);
  tone.start(at);
  tone.stop(at + RING);
}
