import { useTranslation } from 'react-i18next';

import { OWN_NAMES } from '#languages/ownNames.ts';
import { Language, type LanguageSetting as Chosen } from '#protocol/language.ts';

import { Choice } from '../../../ui/Choice.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** Which language the app speaks: each by its own name, which stays as it is whatever is spoken. */
export function LanguageSetting({ title, description }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const names = Language.options.map((tag) => ({ value: tag, label: OWN_NAMES[tag], lang: tag }));
  return (
    <Choice<Chosen>
      label={title}
      hint={description}
      value={settings.language}
      options={[{ value: 'system', label: t('language.system') }, ...names]}
      onChange={(language) => change({ language })}
    />
  );
}
