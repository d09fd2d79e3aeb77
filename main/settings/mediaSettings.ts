import type { MediaSettings } from '#protocol/ipc/mediaSettings.ts';

/** Speech in a room with loudspeakers, the best picture that there is a use for, nothing hidden, and off is off. */
export const MEDIA_DEFAULTS: MediaSettings = {
  noiseSuppression: true,
  echoCancellation: true,
  automaticGain: true,
  mirrorVideo: true,
  cameraResolution: 'auto',
  dataSaver: false,
  backgroundBlur: false,
  hearWhileMuted: false,
};

/** The part of something larger that is about media. */
export function mediaSettings(from: MediaSettings): MediaSettings {
  const { noiseSuppression, echoCancellation, automaticGain } = from;
  const { mirrorVideo, cameraResolution, dataSaver, backgroundBlur, hearWhileMuted } = from;
  return {
    noiseSuppression,
    echoCancellation,
    automaticGain,
    mirrorVideo,
    cameraResolution,
    dataSaver,
    backgroundBlur,
    hearWhileMuted,
  };
}

interface ChosenDevices {
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly speakerId: string | null;
}

/** Where it is kept which device was chosen; null is the system's default. */
export function deviceSetting(kind: 'microphone' | 'camera' | 'speaker', id: string | null): Partial<ChosenDevices> {
  switch (kind) {
    case 'microphone':
      return { microphoneId: id };
    case 'camera':
      return { cameraId: id };
    case 'speaker':
      return { speakerId: id };
  }
}
