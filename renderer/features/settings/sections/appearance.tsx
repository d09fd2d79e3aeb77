import { Palette } from 'lucide-react';

import { Theme } from '#protocol/ipc/snapshot.ts';

import { switchFor } from '../controls/SwitchSetting.tsx';
import { TextSizeSetting } from '../controls/TextSizeSetting.tsx';
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
    {
      id: 'high-contrast',
      title: (t) => t('settings.highContrast'),
      description: (t) => t('settings.highContrastHint'),
      keywords: (t) => t('settings.keywords.contrast'),
      Control: switchFor('highContrast'),
    },
    {
      id: 'reduced-motion',
      title: (t) => t('settings.reducedMotion'),
      description: (t) => t('settings.reducedMotionHint'),
      keywords: (t) => t('settings.keywords.motion'),
      Control: switchFor('reducedMotion'),
    },
    {
      id: 'text-size',
      title: (t) => t('settings.textSize'),
      keywords: (t) => t('settings.keywords.textSize'),
      Control: TextSizeSetting,
    },
  ],
};
