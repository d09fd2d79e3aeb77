/** Chromium's way to take a track apart into pictures and to make one out of pictures; no other browser has all of it. */
interface Insertable {
  readonly MediaStreamTrackProcessor: new (options: {
    readonly track: MediaStreamTrack;
    readonly maxBufferSize: number;
  }) => {
    readonly readable: ReadableStream<VideoFrame>;
  };
  readonly MediaStreamTrackGenerator: new (options: { readonly kind: 'video' }) => MediaStreamTrack & {
    readonly writable: WritableStream<VideoFrame>;
  };
}

/** A track as a stream of pictures, and the track that another stream of pictures becomes. */
export interface TakenApart {
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
  readonly track: MediaStreamTrack;
}

/** Takes a track apart. Only the newest picture waits: whoever is slow gets fewer, and none that is old. */
export function takeApart(track: MediaStreamTrack): TakenApart {
  const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as unknown as Insertable;
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 });
  const generator = new MediaStreamTrackGenerator({ kind: 'video' });
  return { readable, writable: generator.writable, track: generator };
}
