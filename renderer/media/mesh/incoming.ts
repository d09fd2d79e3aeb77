import type { Line } from './lines.ts';

/** Milliseconds after which the last packet says nothing about now. */
const RECENT_MS = 500;

/** Timestamps are on the clock of performance.now(), with or without the time origin added: Chromium has had both. */
const age = ({ timestamp }: RTCRtpSynchronizationSource): number => {
  const elapsed = timestamp >= performance.timeOrigin / 2 ? timestamp - performance.timeOrigin : timestamp;
  return performance.now() - elapsed;
};

/** What arrives over one generation of a link. */
export interface Incoming {
  /** Voice and camera. */
  readonly stream: MediaStream | null;
  /** A screen, with its sound. */
  readonly screen: MediaStream | null;
  add(line: Line, track: MediaStreamTrack, receiver: RTCRtpReceiver): void;
  audioAmplitude(): number;
  pictureAge(): number | null;
  /** The same of the screen. */
  screenAge(): number | null;
}

/**
 * Reads levels and pictures from the receivers' synchronisation sources (webrtc-pc, section 5.3), which are there
 * already and cost next to nothing: no audio graph and no video element for each participant.
 */
export function createIncoming(): Incoming {
  const receivers = new Map<Line, RTCRtpReceiver>();
  let stream: MediaStream | null = null;
  let screen: MediaStream | null = null;

  const newest = (line: Line): RTCRtpSynchronizationSource | null => {
    const sources = receivers.get(line)?.getSynchronizationSources() ?? [];
    return sources.reduce<RTCRtpSynchronizationSource | null>(
      (best, source) => (best && best.timestamp >= source.timestamp ? best : source),
      null,
    );
  };
  const ageOf = (line: Line): number | null => {
    const source = newest(line);
    return source && age(source);
  };
  return {
    get stream() {
      return stream;
    },
    get screen() {
      return screen;
    },
    add(line, track, receiver) {
      if (receivers.has(line)) return;
      receivers.set(line, receiver);
      if (line === 'audio' || line === 'video') (stream ??= new MediaStream()).addTrack(track);
      else (screen ??= new MediaStream()).addTrack(track);
    },
    audioAmplitude() {
      const source = newest('audio');
      return source && age(source) < RECENT_MS ? (source.audioLevel ?? 0) : 0;
    },
    pictureAge: () => ageOf('video'),
    screenAge: () => ageOf('screen'),
  };
}
