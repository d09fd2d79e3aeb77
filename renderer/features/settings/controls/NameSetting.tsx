import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';

import { DisplayName } from '#protocol/text.ts';

import { TextField } from '../../../ui/TextField.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** My name for every meeting; taken on leaving the field. */
export function NameSetting({ title, description }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const [typed, setTyped] = useState(settings.displayName);
  const valid = typed.trim() === '' || v.is(DisplayName, typed);
  return (
    <TextField
      label={title}
      hint={description}
      fault={valid ? null : t('settings.nameInvalid')}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (valid && typed.trim() !== settings.displayName) change({ displayName: typed.trim() });
      }}
    />
  );
}
