/** Milliseconds after which the last packet says nothing about now. */
const RECENT_MS = 500;

/** Timestamps are on the clock of performance.now(), with or without the time origin added: Chromium has had both. */
const age = ({ timestamp }: RTCRtpSynchronizationSource): number => {
  const elapsed = timestamp >= performance.timeOrigin / 2 ? timestamp - performance.timeOrigin : timestamp;
  return performance.now() - elapsed;
};

/** What arrives over one generation of a link. */
export interface Incoming {
  readonly stream: MediaStream | null;
  add(track: MediaStreamTrack, receiver: RTCRtpReceiver): void;
  audioAmplitude(): number;
  pictureAge(): number | null;
}

/**
 * Reads levels and pictures from the receivers' synchronisation sources (webrtc-pc, section 5.3), which are there
 * already and cost next to nothing: no audio graph and no video element for each participant.
 */
export function createIncoming(): Incoming {
  const receivers = new Map<string, RTCRtpReceiver>();
  let stream: MediaStream | null = null;

  const newest = (kind: string): RTCRtpSynchronizationSource | null => {
    const sources = receivers.get(kind)?.getSynchronizationSources() ?? [];
    return sources.reduce<RTCRtpSynchronizationSource | null>(
      (best, source) => (best && best.timestamp >= source.timestamp ? best : source),
      null,
    );
  };
  return {
    get stream() {
      return stream;
    },
    add(track, receiver) {
      // One voice and one picture each; whatever else a peer may send is not looked at.
      if (receivers.has(track.kind)) return;
      receivers.set(track.kind, receiver);
      stream ??= new MediaStream();
      stream.addTrack(track);
    },
    audioAmplitude() {
      const source = newest('audio');
      return source && age(source) < RECENT_MS ? (source.audioLevel ?? 0) : 0;
    },
    pictureAge() {
      const source = newest('video');
      return source && age(source);
    },
  };
}
