import { Wrench } from 'lucide-react';

import { AutostartSetting } from '../controls/AutostartSetting.tsx';
import { UpdatesSetting } from '../controls/UpdatesSetting.tsx';
import { LicencesSetting } from '../controls/LicencesSetting.tsx';
import { DiagnosticsSetting, LogsSetting } from '../controls/SupportSetting.tsx';
import { VersionSetting } from '../controls/VersionSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const advanced: SettingsSection = {
  id: 'advanced',
  title: (t) => t('settings.sections.advanced'),
  Icon: Wrench,
  rows: [
    {
      id: 'autostart',
      title: (t) => t('desktop.autostart.setting'),
      description: (t) => t('desktop.autostart.settingHint'),
      keywords: (t) => t('desktop.autostart.keywords'),
      Control: AutostartSetting,
    },
    {
      id: 'updates',
      title: (t) => t('desktop.updates.setting'),
      keywords: (t) => t('desktop.updates.keywords'),
      Control: UpdatesSetting,
    },
    {
      id: 'logs',
      title: (t) => t('settings.logs'),
      description: (t) => t('settings.logsHint'),
      keywords: (t) => t('settings.keywords.support'),
      Control: LogsSetting,
    },
    {
      id: 'diagnostics',
      title: (t) => t('settings.diagnostics'),
      description: (t) => t('settings.diagnosticsHint'),
      keywords: (t) => t('settings.keywords.support'),
      Control: DiagnosticsSetting,
    },
    {
      id: 'licences',
      title: (t) => t('settings.licences'),
      description: (t) => t('settings.licencesHint'),
      keywords: (t) => t('settings.keywords.licences'),
      Control: LicencesSetting,
    },
    {
      id: 'version',
      title: (t) => t('settings.versionName'),
      keywords: (t) => t('settings.keywords.version'),
      Control: VersionSetting,
    },
  ],
};
