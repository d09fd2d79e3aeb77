import type { Asks } from './asks.ts';

export type DeviceKind = 'microphone' | 'camera';

/**
 * Opens one device and answers with its one track. `deviceId` null asks for the system's default; a device that is
 * named and not there throws OverconstrainedError or NotFoundError, never falls back by itself.
 */
export async function openDevice(
  devices: Pick<MediaDevices, 'getUserMedia'>,
  kind: DeviceKind,
  deviceId: string | null,
  asks: Asks,
): Promise<MediaStreamTrack> {
  const which: MediaTrackConstraints = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  const constraints = { ...asks, ...which };
  const stream = await devices.getUserMedia(kind === 'microphone' ? { audio: constraints } : { video: constraints });
  const [track, ...others] = stream.getTracks();
  for (const other of others) other.stop();
  if (!track) throw new DOMException('the device gave no track', 'NotReadableError');
  return track;
}
