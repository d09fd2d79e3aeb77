import { useTranslation } from 'react-i18next';

import { Choice } from '../../../ui/Choice.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** Minutes to choose from. What was set in another way is one of them too. */
const MINUTES = [5, 15, 60];

/** After how long alone in a meeting I am asked whether to stay. */
export function AloneSetting({ title }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const value = settings.aloneMinutes;
  const minutes = value === null || MINUTES.includes(value) ? MINUTES : [value, ...MINUTES];
  return (
    <Choice
      label={title}
      value={value === null ? 'never' : String(value)}
      options={[
        ...minutes.map((count) => ({ value: String(count), label: t('settings.aloneAfter', { count }) })),
        { value: 'never', label: t('settings.aloneNever') },
      ]}
      onChange={(chosen) => change({ aloneMinutes: chosen === 'never' ? null : Number(chosen) })}
    />
  );
}
