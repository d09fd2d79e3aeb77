import type { CameraResolution, MediaSettings } from '#protocol/ipc/mediaSettings.ts';

import type { DeviceKind } from './openDevice.ts';

/** What a device is asked for, but for which device it is. All of it as wishes: a device that can't is used as it is. */
export type Asks = Readonly<
  Pick<
    MediaTrackConstraints,
    'noiseSuppression' | 'echoCancellation' | 'autoGainControl' | 'width' | 'height' | 'frameRate'
  >
>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** `auto` is enough for two people; what more of them get is scaled down when it is sent. */
const SIZES: Readonly<Record<CameraResolution, Size>> = {
  auto: { width: 1280, height: 720 },
  '360p': { width: 640, height: 360 },
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
};

/** Lines and pictures a second that saving is worth, because more would only be thrown away before it is sent. */
const SAVING = { size: SIZES['360p'], frameRate: 15 };

/** What the settings mean for the microphone or the camera. */
export function asksOf(kind: DeviceKind, settings: MediaSettings): Asks {
  if (kind === 'microphone') {
    const { noiseSuppression, echoCancellation, automaticGain } = settings;
    return { noiseSuppression, echoCancellation, autoGainControl: automaticGain };
  }
  const { width, height } = settings.dataSaver ? SAVING.size : SIZES[settings.cameraResolution];
  const frameRate = settings.dataSaver ? SAVING.frameRate : 30;
  return { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate } };
}

export const sameAsks = (a: Asks, b: Asks): boolean => JSON.stringify(a) === JSON.stringify(b);

const idealOf = (wish: ConstrainULong | undefined): number | undefined =>
  typeof wish === 'object' ? wish.ideal : wish;

/**
 * Whether a track does what is asked of it. A camera that has no such picture is at its best and does: lines are compared
 * by what it could, where it says so.
 */
export function does(track: MediaStreamTrack, asks: Asks): boolean {
  const is = track.getSettings();
  if (asks.noiseSuppression !== undefined) {
    return (
      is.noiseSuppression === asks.noiseSuppression &&
      is.echoCancellation === asks.echoCancellation &&
      is.autoGainControl === asks.autoGainControl
    );
  }
  const wanted = idealOf(asks.height);
  const most = track.getCapabilities().height?.max ?? wanted;
  return wanted === undefined || is.height === Math.min(wanted, most ?? wanted);
}

/** Asks an open track for something else. False where it goes on as before, so that its device has to be opened anew. */
export async function adjust(track: MediaStreamTrack, asks: Asks): Promise<boolean> {
  try {
    await track.applyConstraints(asks);
  } catch {
    return false;
  }
  return does(track, asks);
}
