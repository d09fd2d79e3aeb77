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
import styles from './WelcomeScreen.module.css';
import { Wordmark } from './Wordmark.tsx';

/** The very first screen: what the others will call me. There is nothing else to set up. */
export function WelcomeScreen() {
  const { t } = useTranslation();
  const { send, pending, error } = useRequest('settings:change');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const typed = v.safeParse(DisplayName, name);
  const fault = t(name.trim() === '' ? 'welcome.nameNeeded' : 'settings.nameInvalid');
  return (
    <main className={clsx(styles.screen)}>
      <Form
        className={clsx(styles.card)}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (typed.success) void send({ displayName: typed.output });
        }}
      >
        <Wordmark />
        <div className={clsx(styles.words)}>
          <h1 data-screen-heading tabIndex={-1} className={clsx(styles.title)}>
            {t('welcome.title')}
          </h1>
          <p className={clsx(styles.text)}>{t('welcome.text')}</p>
        </div>
        <TextField
          large
          autoFocus
          label={t('common.yourName')}
          hint={t('welcome.nameHint')}
          fault={asked && !typed.success ? fault : null}
          value={name}
          autoComplete="name"
          onChange={setName}
        />
        <Fault error={error} />
        <Button type="submit" look="primary" size="large" wide isPending={pending}>
          {t('welcome.go')}
        </Button>
      </Form>
    </main>
  );
}
