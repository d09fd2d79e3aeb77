import { clsx } from 'clsx';
import { DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';

import type { SessionIn } from '#protocol/session.ts';
import { DisplayName } from '#protocol/text.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './PreviewScreen.module.css';
import { Refusal } from './Refusal.tsx';

interface JoinAsProps {
  readonly session: SessionIn<'preview'>;
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** My name and the last step in; and, after a refusal, why, with the way past it where there is one. */
export function JoinAs({ session, name, onName }: JoinAsProps) {
  const { t } = useTranslation();
  const join = useRequest('session:join');
  const [asked, setAsked] = useState(false);
  const valid = v.is(DisplayName, name);
  return (
    <Form
      className={clsx(styles.ready)}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (valid) void join.send({ name });
      }}
    >
      <Refusal session={session} name={name} />
      {session.mustWait && !session.refusal ? (
        <Banner icon={<DoorOpen size={20} />}>{t('lobby.mustWait')}</Banner>
      ) : null}
      {session.refusal ? null : <Fault error={join.error} />}
      <TextField
        large
        label={t('common.yourName')}
        fault={asked && !valid ? t('preview.nameNeeded') : null}
        value={name}
        onChange={onName}
        autoComplete="off"
        autoFocus={name === ''}
      />
      <Button type="submit" look="primary" size="large" isPending={join.pending}>
        {t('preview.joinNow')}
      </Button>
    </Form>
  );
}
