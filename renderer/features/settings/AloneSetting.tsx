import { useTranslation } from 'react-i18next';

import { Choice } from '../../ui/Choice.tsx';

/** Minutes to choose from. What was set in another way is one of them too. */
const MINUTES = [5, 15, 60];

interface AloneSettingProps {
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
}

/** After how long alone in a meeting I am asked whether to stay. */
export function AloneSetting({ value, onChange }: AloneSettingProps) {
  const { t } = useTranslation();
  const minutes = value === null || MINUTES.includes(value) ? MINUTES : [value, ...MINUTES];
  return (
    <Choice
      label={t('settings.alone')}
      value={value === null ? 'never' : String(value)}
      options={[
        ...minutes.map((count) => ({ value: String(count), label: t('settings.aloneAfter', { count }) })),
        { value: 'never', label: t('settings.aloneNever') },
      ]}
      onChange={(chosen) => onChange(chosen === 'never' ? null : Number(chosen))}
    />
  );
}
