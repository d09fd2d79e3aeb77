import { useTranslation } from 'react-i18next';

import { TextSize } from '#protocol/ipc/snapshot.ts';

import { Choice } from '../../../ui/Choice.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** How large everything is written. */
export function TextSizeSetting({ title }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  return (
    <Choice
      row
      label={title}
      value={String(settings.textSize)}
      options={TextSize.options.map((percent) => ({
        value: String(percent),
        label: t('settings.textSizePercent', { percent }),
      }))}
      onChange={(chosen) => {
        const textSize = TextSize.options.find((percent) => String(percent) === chosen);
        if (textSize !== undefined) change({ textSize });
      }}
    />
  );
}
