import type { DeviceChoice } from '../contract.ts';

export interface DeviceLists {
  readonly microphones: readonly DeviceChoice[];
  readonly cameras: readonly DeviceChoice[];
}

export const NO_DEVICES: DeviceLists = { microphones: [], cameras: [] };

/** Chromium's names for "whatever the system prefers", which the page offers as a choice of its own. */
const ALIASES: ReadonlySet<string> = new Set(['', 'default', 'communications']);

/** What may be chosen among, of everything that the browser lists. */
export function deviceLists(found: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]): DeviceLists {
  const choices = (kind: MediaDeviceKind): readonly DeviceChoice[] =>
    found
      .filter((device) => device.kind === kind && !ALIASES.has(device.deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { microphones: choices('audioinput'), cameras: choices('videoinput') };
}
