import { CircleUserRound } from 'lucide-react';

import { NameSetting } from '../controls/NameSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const profile: SettingsSection = {
  id: 'profile',
  title: (t) => t('settings.sections.profile'),
  Icon: CircleUserRound,
  rows: [
    {
      id: 'name',
      title: (t) => t('common.yourName'),
      description: (t) => t('settings.nameHint'),
      keywords: (t) => t('settings.keywords.name'),
      Control: NameSetting,
    },
  ],
};
