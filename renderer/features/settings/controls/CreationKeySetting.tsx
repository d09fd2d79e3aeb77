import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SettingsView } from '#protocol/ipc/snapshot.ts';

import { useSnapshot } from '../../../bridge/parley.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { RowWords } from '../section.ts';
import styles from './CreationKeySetting.module.css';

const MAY_BE_KEY = /^[\x21-\x7e]{1,512}$/;

/** The default server's creation key: taken on leaving the field, and never shown again. */
export function CreationKeySetting({ title }: RowWords) {
  const { settings } = useSnapshot();
  return <KeyField key={settings.defaultServer} title={title} state={settings.creationKey} />;
}

interface KeyFieldProps {
  readonly title: string;
  readonly state: SettingsView['creationKey'];
}

function KeyField({ title, state }: KeyFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const keep = useRequest('settings:keep-creation-key');
  const key = typed.trim();
  const valid = key === '' || MAY_BE_KEY.test(key);
  const take = async (): Promise<void> => {
    if (key === '' || !valid) return;
    const kept = await keep.send({ key });
    if (kept.ok) setTyped('');
  };
  return (
    <div className={clsx(styles.group)}>
      <TextField
        type="password"
        label={title}
        hint={t(`settings.creationKeyHints.${state}`)}
        fault={valid ? null : t('settings.creationKeyInvalid')}
        value={typed}
        autoComplete="off"
        spellCheck="false"
        onChange={setTyped}
        onBlur={() => void take()}
      />
      {state === 'none' ? null : (
        <div>
          <Button size="small" isPending={keep.pending} onPress={() => void keep.send({ key: null })}>
            {t('settings.creationKeyForget')}
          </Button>
        </div>
      )}
      <Fault error={keep.error} />
    </div>
  );
}
