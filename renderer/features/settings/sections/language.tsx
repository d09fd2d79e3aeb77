import { Languages } from 'lucide-react';

import { OWN_NAMES } from '#languages/ownNames.ts';

import { LanguageSetting } from '../controls/LanguageSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const language: SettingsSection = {
  id: 'language',
  title: (t) => t('settings.sections.language'),
  Icon: Languages,
  rows: [
    {
      id: 'language',
      title: (t) => t('language.title'),
      description: (t) => t('language.hint'),
      keywords: (t) => [t('language.keywords'), t('language.system'), ...Object.values(OWN_NAMES)].join(' '),
      Control: LanguageSetting,
    },
  ],
};
