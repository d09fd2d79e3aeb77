/** Everybody's voice as one track. */
export interface Mixer {
  readonly track: MediaStreamTrack;
  /** Mixes exactly these from now on. */
  follow(tracks: readonly MediaStreamTrack[]): void;
  close(): Promise<void>;
}

export function createMixer(): Mixer {
  const context = new AudioContext();
  const out = new MediaStreamAudioDestinationNode(context);
  const sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('there is no sound to record');

  const drop = (gone: MediaStreamTrack): void => {
    sources.get(gone)?.disconnect();
    sources.delete(gone);
  };
  return {
    track,
    follow(tracks) {
      for (const old of sources.keys()) if (!tracks.includes(old)) drop(old);
      for (const added of tracks) {
        if (sources.has(added)) continue;
        const source = context.createMediaStreamSource(new MediaStream([added]));
        source.connect(out);
        sources.set(added, source);
      }
    },
    async close() {
      for (const old of sources.keys()) drop(old);
      track.stop();
      if (context.state !== 'closed') await context.close();
    },
  };
}
