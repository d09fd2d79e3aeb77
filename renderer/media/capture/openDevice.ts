export type DeviceKind = 'microphone' | 'camera';

/** What every microphone is asked for: speech in a room with loudspeakers. */
const SPEECH: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What every camera is asked for: enough for two people; what more of them get is scaled down when it is sent. */
const PICTURE: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/**
 * Opens one device and answers with its one track. `deviceId` null asks for the system's default; a device that is
 * named and not there throws OverconstrainedError or NotFoundError, never falls back by itself.
 */
export async function openDevice(
  devices: Pick<MediaDevices, 'getUserMedia'>,
  kind: DeviceKind,
  deviceId: string | null,
): Promise<MediaStreamTrack> {
  const which: MediaTrackConstraints = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  const stream = await devices.getUserMedia(
    kind === 'microphone' ? { audio: { ...SPEECH, ...which } } : { video: { ...PICTURE, ...which } },
  );
  const [track, ...others] = stream.getTracks();
  for (const other of others) other.stop();
  if (!track) throw new DOMException('the device gave no track', 'NotReadableError');
  return track;
}
