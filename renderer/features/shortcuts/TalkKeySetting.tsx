import { useTranslation } from 'react-i18next';

import { Choice } from '../../ui/Choice.tsx';
import { capOf } from './accelerator.ts';

/** Keys that nothing else in a meeting needs. What was set in another way is one of them too. */
const KEYS = ['Space', 'Backquote', 'KeyT', 'F9'];
const NONE = 'none';

interface TalkKeySettingProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

/** The key that is held to talk. */
export function TalkKeySetting({ label, value, onChange }: TalkKeySettingProps) {
  const { t } = useTranslation();
  const keys = value === null || KEYS.includes(value) ? KEYS : [value, ...KEYS];
  return (
    <Choice
      row
      label={label}
      value={value ?? NONE}
      options={[
        ...keys.map((key) => ({ value: key, label: capOf(key) })),
        { value: NONE, label: t('desktop.talk.none') },
      ]}
      onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
    />
  );
}
