import { Mic } from 'lucide-react';

import { deviceFor } from '../controls/DeviceSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const devices: SettingsSection = {
  id: 'devices',
  title: (t) => t('settings.sections.devices'),
  Icon: Mic,
  rows: [
    {
      id: 'microphone',
      title: (t) => t('preview.microphone'),
      keywords: (t) => t('settings.keywords.microphone'),
      Control: deviceFor('microphone'),
    },
    {
      id: 'camera',
      title: (t) => t('preview.camera'),
      keywords: (t) => t('settings.keywords.camera'),
      Control: deviceFor('camera'),
    },
  ],
};
