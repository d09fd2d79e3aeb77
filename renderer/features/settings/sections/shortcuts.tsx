import { Keyboard } from 'lucide-react';

import { SHORTCUTS, type ShortcutName } from '../../../ui/shortcuts.ts';
import { keysOf } from '../controls/KeysSetting.tsx';
import type { SettingsSection } from '../section.ts';

const names = Object.keys(SHORTCUTS) as readonly ShortcutName[];

export const shortcuts: SettingsSection = {
  id: 'shortcuts',
  title: (t) => t('settings.sections.shortcuts'),
  Icon: Keyboard,
  rows: names.map((name) => ({
    id: `shortcut-${name}`,
    title: (t) => t(`shortcuts.${name}`),
    keywords: (t) => t('settings.keywords.shortcut'),
    Control: keysOf(name),
  })),
};
