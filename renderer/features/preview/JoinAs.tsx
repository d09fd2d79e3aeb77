import { clsx } from 'clsx';
import { CircleAlert, LockKeyhole } from 'lucide-react';
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
import { sayError } from '../../words/say.ts';
import styles from './PreviewScreen.module.css';

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
      <Refusal session={session} />
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

function Refusal({ session }: { readonly session: SessionIn<'preview'> }) {
  const { t } = useTranslation();
  const unlock = useRequest('room:unlock');
  const { refusal, mayUnlock } = session;
  if (!refusal) return null;
  const isLocked = refusal.code === 'room-locked';
  return (
    <>
      <Banner
        role="alert"
        tone="caution"
        icon={isLocked ? <LockKeyhole size={20} /> : <CircleAlert size={20} />}
        actions={
          isLocked && mayUnlock ? (
            <Button size="small" isPending={unlock.pending} onPress={() => void unlock.send({})}>
              {t('preview.unlock')}
            </Button>
          ) : null
        }
      >
        {isLocked && mayUnlock ? t('preview.lockedByMe') : sayError(t, refusal)}
      </Banner>
      <Fault error={unlock.error} />
    </>
  );
}
