import { Palette } from 'lucide-react';

import { Theme } from '#protocol/ipc/snapshot.ts';

import { ThemeSetting } from '../controls/ThemeSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const appearance: SettingsSection = {
  id: 'appearance',
  title: (t) => t('settings.sections.appearance'),
  Icon: Palette,
  rows: [
    {
      id: 'theme',
      title: (t) => t('settings.theme'),
      keywords: (t) =>
        [t('settings.keywords.theme'), ...Theme.options.map((theme) => t(`settings.themes.${theme}`))].join(' '),
      Control: ThemeSetting,
    },
  ],
};
