import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';

import { parseServer } from '#meeting/invite/serverAddress.ts';
import { DisplayName } from '#protocol/text.ts';

import { TextField } from '../../ui/TextField.tsx';

interface TypedSetting<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** My name for every meeting; taken on leaving the field. */
export function NameSetting({ value, onChange }: TypedSetting<string>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const valid = typed.trim() === '' || v.is(DisplayName, typed);
  return (
    <TextField
      label={t('common.yourName')}
      hint={t('settings.nameHint')}
      fault={valid ? null : t('settings.nameInvalid')}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (valid && typed.trim() !== value) onChange(typed.trim());
      }}
    />
  );
}

/** Where new meetings are made and codes are looked up; null is the server inside this app. */
export function ServerSetting({ value, onChange }: TypedSetting<string | null>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '');
  const server = typed.trim() === '' ? null : parseServer(typed);
  const valid = server === null || server.ok;
  return (
    <TextField
      label={t('settings.server')}
      hint={t('settings.serverHint')}
      fault={valid ? null : t('settings.serverInvalid')}
      value={typed}
      autoComplete="off"
      spellCheck="false"
      onChange={setTyped}
      onBlur={() => {
        const next = server === null ? null : server.ok ? server.value : value;
        if (next !== value) onChange(next);
      }}
    />
  );
}
