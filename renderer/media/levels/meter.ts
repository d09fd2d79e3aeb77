import { whenAtRest } from '../lifetime/whenAtRest.ts';
import { amplitude, loudness } from './loudness.ts';

/** Measures how loud a track of mine is. */
export interface Meter {
  /** Measures this track from now on; null measures none and lets the audio hardware rest. */
  listen(track: MediaStreamTrack | null): void;
  /** 0..1; 0 while it listens to nothing. */
  level(): number;
  close(): Promise<void>;
}

/** Samples looked at: 43 ms at 48 kHz, so that ten looks a second miss no syllable. */
const WINDOW = 2048;

/** The audio context is made for the first track and sleeps whenever there is none. */
export function createMeter(onFault: (fault: unknown) => void): Meter {
  const samples = new Float32Array(WINDOW);
  let context: AudioContext | null = null;
  let analyser: AnalyserNode | null = null;
  let source: MediaStreamAudioSourceNode | null = null;
  let listening: MediaStreamTrack | null = null;

  const open = (): AudioContext => {
    if (!context) {
      context = new AudioContext({ latencyHint: 'playback' });
      analyser = new AnalyserNode(context, { fftSize: WINDOW });
    }
    return context;
  };

  return {
    listen(track) {
      if (track === listening) return;
      listening = track;
      source?.disconnect();
      source = null;
      if (!track) {
        whenAtRest(() => {
          if (listening === null) context?.suspend().catch(onFault);
        });
        return;
      }
      const awake = open();
      awake.resume().catch(onFault);
      source = awake.createMediaStreamSource(new MediaStream([track]));
      if (analyser) source.connect(analyser);
    },
    level() {
      if (!source || !analyser) return 0;
      analyser.getFloatTimeDomainData(samples);
      return loudness(amplitude(samples));
    },
    async close() {
      source?.disconnect();
      source = null;
      listening = null;
      const closing = context;
      context = null;
      if (closing && closing.state !== 'closed') await closing.close();
    },
  };
}
