import { Server } from 'lucide-react';

import { CreationKeySetting } from '../controls/CreationKeySetting.tsx';
import { KnownServersSetting } from '../controls/KnownServersSetting.tsx';
import { ServerSetting } from '../controls/ServerSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const servers: SettingsSection = {
  id: 'servers',
  title: (t) => t('settings.sections.servers'),
  Icon: Server,
  rows: [
    {
      id: 'default-server',
      title: (t) => t('settings.server'),
      description: (t) => t('settings.serverHint'),
      keywords: (t) => t('settings.keywords.server'),
      Control: ServerSetting,
    },
    {
      id: 'creation-key',
      title: (t) => t('settings.creationKey'),
      keywords: (t) => t('settings.keywords.creationKey'),
      isShown: ({ settings }) => settings.defaultServer !== null,
      Control: CreationKeySetting,
    },
    {
      id: 'known-servers',
      title: (t) => t('settings.knownServers'),
      description: (t) => t('settings.knownServersHint'),
      keywords: (t) => t('settings.keywords.knownServers'),
      Control: KnownServersSetting,
    },
  ],
};
