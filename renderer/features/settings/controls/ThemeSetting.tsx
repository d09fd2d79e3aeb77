import { useTranslation } from 'react-i18next';

import { Theme } from '#protocol/ipc/snapshot.ts';

import { Choice } from '../../../ui/Choice.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** Light, dark, or as the system is. */
export function ThemeSetting({ title }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  return (
    <Choice
      row
      label={title}
      value={settings.theme}
      options={Theme.options.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
      onChange={(theme) => change({ theme })}
    />
  );
}
