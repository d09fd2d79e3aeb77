import { Keyboard } from 'lucide-react';

import { GlobalAction } from '#protocol/ipc/shortcuts.ts';

import { SHORTCUTS, type ShortcutName } from '../../../ui/shortcuts.ts';
import { globalKeysOf, HoldToTalkSetting } from '../controls/DesktopKeysSetting.tsx';
import { keysOf } from '../controls/KeysSetting.tsx';
import type { SettingsRow, SettingsSection } from '../section.ts';

const names = Object.keys(SHORTCUTS) as readonly ShortcutName[];

export const shortcuts: SettingsSection = {
  id: 'shortcuts',
  title: (t) => t('settings.sections.shortcuts'),
  Icon: Keyboard,
  rows: [
    ...GlobalAction.options.map((action): SettingsRow => ({
      id: `global-${action}`,
      title: (t) => t(`desktop.shortcuts.${action}`),
      description: (t) => t('desktop.shortcuts.hint'),
      keywords: (t) => t('desktop.shortcuts.keywords'),
      Control: globalKeysOf(action),
    })),
    {
      id: 'hold-to-talk',
      title: (t) => t('desktop.talk.label'),
      description: (t) => t('desktop.talk.hint'),
      keywords: (t) => t('desktop.talk.keywords'),
      Control: HoldToTalkSetting,
    },
    ...names.map((name): SettingsRow => ({
      id: `shortcut-${name}`,
      title: (t) => t(`shortcuts.${name}`),
      keywords: (t) => t('settings.keywords.shortcut'),
      Control: keysOf(name),
    })),
  ],
};
