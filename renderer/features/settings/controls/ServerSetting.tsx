import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { parseServer } from '#meeting/invite/serverAddress.ts';

import { TextField } from '../../../ui/TextField.tsx';
import type { RowWords } from '../section.ts';
import { useSettings } from '../useSettings.ts';

/** Where new meetings are made and codes are looked up; null is the server inside this app. */
export function ServerSetting({ title, description }: RowWords) {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const value = settings.defaultServer;
  const [typed, setTyped] = useState(value ?? '');
  const server = typed.trim() === '' ? null : parseServer(typed);
  const valid = server === null || server.ok;
  return (
    <TextField
      label={title}
      hint={description}
      fault={valid ? null : t('settings.serverInvalid')}
      value={typed}
      autoComplete="off"
      spellCheck="false"
      onChange={setTyped}
      onBlur={() => {
        const next = server === null ? null : server.ok ? server.value : value;
        if (next !== value) change({ defaultServer: next });
      }}
    />
  );
}
