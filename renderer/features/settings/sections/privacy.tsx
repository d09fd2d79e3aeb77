import { ShieldCheck } from 'lucide-react';

import { KeptKind } from '#protocol/ipc/privacy.ts';

import { KeptSetting } from '../controls/KeptSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const privacy: SettingsSection = {
  id: 'privacy',
  title: (t) => t('settings.sections.privacy'),
  Icon: ShieldCheck,
  rows: [
    {
      id: 'kept',
      title: (t) => t('privacy.title'),
      description: (t) => t('privacy.hint'),
      keywords: (t) => [t('privacy.keywords'), ...KeptKind.options.map((kind) => t(`privacy.kinds.${kind}`))].join(' '),
      Control: KeptSetting,
    },
  ],
};
