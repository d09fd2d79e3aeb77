import { clsx } from 'clsx';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { findInvite } from '#meeting/invite/findInvite.ts';
import { parseInvite } from '#meeting/invite/inviteLink.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { sayError } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import styles from './JoinForm.module.css';

/** What the field says below itself about what stands in it. */
function hintFor(t: Words, target: string): string {
  const invite = parseInvite(target);
  if (!invite.ok || invite.value.server === null) return t('home.joinHint');
  return t('home.linkFound', { room: invite.value.room, server: invite.value.server });
}

/** Joins by a code that was typed or a link that was pasted. Nothing is connected to before the next screen. */
export function JoinForm() {
  const { t } = useTranslation();
  const [target, setTarget] = useState('');
  const [fault, setFault] = useState<'joinEmpty' | 'joinUnclear' | null>(null);
  const open = useRequest('session:open');

  const take = (typed: string): void => {
    setTarget(typed);
    setFault(null);
    open.clear();
  };
  const submit = (): void => {
    const typed = target.trim();
    if (typed === '') return setFault('joinEmpty');
    if (!parseInvite(typed).ok) return setFault('joinUnclear');
    void open.send({ target: typed });
  };

  return (
    <Form
      className={clsx(styles.form)}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        large
        label={t('home.joinField')}
        hint={hintFor(t, target)}
        fault={fault ? t(`home.${fault}`) : open.error ? sayError(t, open.error) : null}
        value={target}
        autoComplete="off"
        spellCheck="false"
        onChange={take}
        onPaste={(event) => {
          const link = findInvite(event.clipboardData?.getData('text') ?? '');
          if (link === null) return;
          event.preventDefault();
          take(link);
        }}
      />
      <Button type="submit" size="large" isPending={open.pending}>
        {t('home.join')}
      </Button>
    </Form>
  );
}
