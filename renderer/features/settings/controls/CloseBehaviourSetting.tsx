import { useTranslation } from 'react-i18next';

import { CloseBehaviour } from '#protocol/ipc/snapshot.ts';

import { Choice } from '../../../ui/Choice.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** What closing the window in a meeting does. */
export function CloseBehaviourSetting({ title }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  return (
    <Choice
      label={title}
      value={settings.closeBehaviour}
      options={CloseBehaviour.options.map((value) => ({ value, label: t(`settings.closeBehaviours.${value}`) }))}
      onChange={(closeBehaviour) => change({ closeBehaviour })}
    />
  );
}
