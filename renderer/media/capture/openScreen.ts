/** A shared screen or window, and the sound of the system where it comes with it. */
export interface ScreenTracks {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack | null;
}

/** Pictures a second at most: enough for a film, and text that is scrolled stays readable. Never scaled; with the cursor. */
const PICTURE: MediaTrackConstraints & { readonly cursor: string } = {
  frameRate: { ideal: 15, max: 30 },
  cursor: 'always',
};

/** Films and music are not to be cleaned as speech is. */
const SOUND: MediaTrackConstraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

/** Opens what main has chosen, without asking the person again. */
export async function openScreen(
  devices: Pick<MediaDevices, 'getDisplayMedia'>,
  sound: boolean,
): Promise<ScreenTracks> {
  const stream = await devices.getDisplayMedia({ video: PICTURE, audio: sound && SOUND });
  const [video] = stream.getVideoTracks();
  const [audio = null] = stream.getAudioTracks();
  for (const track of stream.getTracks()) if (track !== video && track !== audio) track.stop();
  if (!video) {
    audio?.stop();
    throw new DOMException('the screen gave no picture', 'NotReadableError');
  }
  // Sharp letters before smooth movement.
  video.contentHint = 'detail';
  if (audio) audio.contentHint = 'music';
  return { video, audio };
}
