import { clsx } from 'clsx';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';

import { DisplayName } from '#protocol/text.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Welcome.module.css';

/**
 * The only question of a first start: what the others will call me. It stands beside the ways into a meeting and not
 * before them, because whoever is in a hurry says their name before joining as well.
 */
export function Welcome() {
  const { t } = useTranslation();
  const { send, pending, error } = useRequest('settings:change');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const typed = v.safeParse(DisplayName, name);
  const fault = t(name.trim() === '' ? 'welcome.nameNeeded' : 'settings.nameInvalid');
  return (
    <section aria-labelledby="welcome" className={clsx(styles.card)}>
      <Form
        className={clsx(styles.form)}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (typed.success) void send({ displayName: typed.output });
        }}
      >
        <div className={clsx(styles.words)}>
          <h2 id="welcome" className={clsx(styles.title)}>
            {t('welcome.title')}
          </h2>
          <p className={clsx(styles.text)}>{t('welcome.text')}</p>
        </div>
        <TextField
          autoFocus
          label={t('common.yourName')}
          hint={t('welcome.nameHint')}
          fault={asked && !typed.success ? fault : null}
          value={name}
          autoComplete="name"
          onChange={setName}
        />
        <Fault error={error} />
        <Button type="submit" wide isPending={pending}>
          {t('welcome.go')}
        </Button>
      </Form>
    </section>
  );
}
