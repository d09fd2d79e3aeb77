import type { DeviceChoice } from '../contract.ts';

export interface DeviceLists {
  readonly microphones: readonly DeviceChoice[];
  readonly cameras: readonly DeviceChoice[];
  readonly speakers: readonly DeviceChoice[];
  /** What a device is called, by its id or, for the system's default, by the box that it is in; empty where unknown. */
  labelOf(id: string | undefined, group: string | undefined): string;
}

export const NO_DEVICES: DeviceLists = { microphones: [], cameras: [], speakers: [], labelOf: () => '' };

/** Chromium's names for "whatever the system prefers", which the page offers as a choice of its own. */
const ALIASES: ReadonlySet<string> = new Set(['', 'default', 'communications']);

type Found = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'> & Partial<Pick<MediaDeviceInfo, 'groupId'>>;

/** What may be chosen among, of everything that the browser lists. */
export function deviceLists(found: readonly Found[]): DeviceLists {
  const real = found.filter(({ deviceId }) => !ALIASES.has(deviceId));
  const choices = (kind: MediaDeviceKind): readonly DeviceChoice[] =>
    real.filter((device) => device.kind === kind).map(({ deviceId, label }) => ({ id: deviceId, label }));
  return {
    microphones: choices('audioinput'),
    cameras: choices('videoinput'),
    speakers: choices('audiooutput'),
    labelOf(id, group) {
      const named = real.find(({ deviceId }) => deviceId === id);
      const inBox = group ? real.find(({ groupId, kind }) => groupId === group && kind !== 'audiooutput') : undefined;
      return (named ?? inBox)?.label ?? '';
    },
  };
}
