import * as v from 'valibot';

/** Lines of the picture that the camera is asked for; `auto` leaves it to Parley. */
export const CameraResolution = v.picklist(['auto', '360p', '720p', '1080p']);
export type CameraResolution = v.InferOutput<typeof CameraResolution>;

/** How camera and microphone are used, and what is sent of them. */
export const MediaSettings = v.strictObject({
  noiseSuppression: v.boolean(),
  echoCancellation: v.boolean(),
  automaticGain: v.boolean(),
  /** My own picture as in a mirror, on my screen alone: others see it the right way round. */
  mirrorVideo: v.boolean(),
  cameraResolution: CameraResolution,
  /** Sends smaller and fewer pictures, whatever the camera could. */
  dataSaver: v.boolean(),
  /** What is behind me is blurred before a picture leaves this machine. */
  backgroundBlur: v.boolean(),
  /** While I am muted in a meeting the microphone stays open, for this machine alone to notice that I talk. */
  hearWhileMuted: v.boolean(),
});
export type MediaSettings = v.InferOutput<typeof MediaSettings>;
