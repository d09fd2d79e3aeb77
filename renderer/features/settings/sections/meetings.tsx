import { Video } from 'lucide-react';

import { CloseBehaviour } from '#protocol/ipc/snapshot.ts';

import { AloneSetting } from '../controls/AloneSetting.tsx';
import { CloseBehaviourSetting } from '../controls/CloseBehaviourSetting.tsx';
import { RecordingFolderSetting } from '../controls/RecordingFolderSetting.tsx';
import { switchFor } from '../controls/SwitchSetting.tsx';
import type { SettingsSection } from '../section.ts';

export const meetings: SettingsSection = {
  id: 'meetings',
  title: (t) => t('settings.sections.meetings'),
  Icon: Video,
  rows: [
    {
      id: 'join-with-microphone',
      title: (t) => t('settings.joinWithMicrophone'),
      keywords: (t) => t('settings.keywords.join'),
      Control: switchFor('joinWithMicrophone'),
    },
    {
      id: 'join-with-camera',
      title: (t) => t('settings.joinWithCamera'),
      keywords: (t) => t('settings.keywords.join'),
      Control: switchFor('joinWithCamera'),
    },
    {
      id: 'close-behaviour',
      title: (t) => t('settings.closeBehaviour'),
      keywords: (t) =>
        [
          t('settings.keywords.close'),
          ...CloseBehaviour.options.map((what) => t(`settings.closeBehaviours.${what}`)),
        ].join(' '),
      Control: CloseBehaviourSetting,
    },
    {
      id: 'mini-window',
      title: (t) => t('desktop.mini.setting'),
      description: (t) => t('desktop.mini.settingHint'),
      keywords: (t) => t('desktop.mini.keywords'),
      Control: switchFor('miniWindow'),
    },
    {
      id: 'ask-who-is-host',
      title: (t) => t('desktop.leave.setting'),
      description: (t) => t('desktop.leave.settingHint'),
      keywords: (t) => t('desktop.leave.keywords'),
      Control: switchFor('askWhoIsHost'),
    },
    {
      id: 'recording-folder',
      title: (t) => t('recording.folder'),
      keywords: (t) => t('recording.keywords'),
      Control: RecordingFolderSetting,
    },
    {
      id: 'alone',
      title: (t) => t('settings.alone'),
      keywords: (t) => t('settings.keywords.alone'),
      Control: AloneSetting,
    },
  ],
};
