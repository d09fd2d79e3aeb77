/** Energy (root mean square) that is surely sound: ends the listening. */
const LOUD = 0.005;
/** Pictures that are surely a moving picture: end the watching. */
const MOVING = 5;

/**
 * Energy (root mean square) of what the audio element for this participant, or for the screen of theirs, plays: the loudest of a second and a bit,
 * which the fake microphone's pauses are shorter than, or the first that is loud.
 */
export async function audioEnergy(
  participant: string,
  of: 'participant' | 'screen-of' = 'participant',
): Promise<number> {
  const element = document.querySelector<HTMLAudioElement>(`audio[data-${of}="${participant}"]`);
  if (!element || element.paused || !(element.srcObject instanceof MediaStream)) return 0;
  const context = new AudioContext();
  try {
    const analyser = new AnalyserNode(context, { fftSize: 2048 });
    context.createMediaStreamSource(element.srcObject).connect(analyser);
    const samples = new Float32Array(2048);
    let loudest = 0;
    for (let round = 0; round < 30 && loudest < LOUD; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      analyser.getFloatTimeDomainData(samples);
      const energy = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
      loudest = Math.max(loudest, energy);
    }
    return loudest;
  } finally {
    await context.close();
  }
}

/** Shows a stream and settles with how many pictures were presented: within `ms`, or as soon as it surely moves. */
export async function framesWithin(stream: MediaStream | null, ms: number): Promise<number> {
  if (!stream) return 0;
  const video = show(stream);
  let frames = 0;
  await new Promise<void>((resolve) => {
    const onFrame = (): void => {
      frames += 1;
      if (frames >= MOVING) resolve();
      else video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
    setTimeout(resolve, ms);
  });
  hide(video);
  return frames;
}

function show(stream: MediaStream): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.append(video);
  void video.play().catch(() => undefined);
  return video;
}

function hide(video: HTMLVideoElement): void {
  video.srcObject = null;
  video.remove();
}

/** Shows these streams from now on; what the returned functions do is count their pictures, and end it. */
export function showAll(streams: readonly MediaStream[]): {
  readonly pictures: () => number;
  readonly end: () => void;
} {
  const videos = streams.map(show);
  return {
    pictures: () => videos.reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0),
    end: () => videos.forEach(hide),
  };
}

/** How large the pictures of a stream are. */
export function sizeOf(stream: MediaStream): Promise<readonly [width: number, height: number]> {
  return new Promise((resolve) => {
    const video = show(stream);
    video.requestVideoFrameCallback((_, { width, height }) => {
      resolve([width, height]);
      hide(video);
    });
  });
}

/** Settles with the moment (performance.now) at which the first picture of the stream is presented. */
export function firstFrame(stream: MediaStream): Promise<number> {
  return new Promise((resolve) => {
    const video = show(stream);
    video.requestVideoFrameCallback(() => {
      resolve(performance.now());
      hide(video);
    });
  });
}
