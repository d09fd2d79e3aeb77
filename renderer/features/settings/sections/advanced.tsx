import { Wrench } from 'lucide-react';

import { VersionSetting } from '../controls/VersionSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const advanced: SettingsSection = {
  id: 'advanced',
  title: (t) => t('settings.sections.advanced'),
  Icon: Wrench,
  rows: [
    {
      id: 'version',
      title: (t) => t('settings.versionName'),
      keywords: (t) => t('settings.keywords.version'),
      Control: VersionSetting,
    },
  ],
};
