import { Mic } from 'lucide-react';

import type { ChosenKind } from '../../capture/DeviceMenu.tsx';
import { CameraResolutionSetting } from '../controls/CameraResolutionSetting.tsx';
import { deviceFor } from '../controls/DeviceSetting.tsx';
import { switchFor } from '../controls/SwitchSetting.tsx';
import type { SettingsRow, SettingsSection } from '../section.ts';

const SWITCHES = [
  'noiseSuppression',
  'echoCancellation',
  'automaticGain',
  'hearWhileMuted',
  'mirrorVideo',
  'backgroundBlur',
  'dataSaver',
] as const;

const chosen = (kind: ChosenKind): SettingsRow => ({
  id: kind,
  title: (t) => t(`devices.${kind}`),
  keywords: (t) => t(`devices.keywords.${kind}`),
  Control: deviceFor(kind),
});

const onOrOff = (name: (typeof SWITCHES)[number]): SettingsRow => ({
  id: name,
  title: (t) => t(`devices.${name}`),
  description: (t) => t(`devices.${name}Hint`),
  keywords: (t) => t(`devices.keywords.${name}`),
  Control: switchFor(name),
});

/** What is used, and how my voice and picture are taken and sent. Takes effect in a meeting too, at once. */
export const devices: SettingsSection = {
  id: 'devices',
  title: (t) => t('settings.sections.devices'),
  Icon: Mic,
  rows: [
    chosen('microphone'),
    chosen('speaker'),
    chosen('camera'),
    {
      id: 'cameraResolution',
      title: (t) => t('devices.cameraResolution'),
      keywords: (t) => t('devices.keywords.cameraResolution'),
      Control: CameraResolutionSetting,
    },
    ...SWITCHES.map(onOrOff),
  ],
};
