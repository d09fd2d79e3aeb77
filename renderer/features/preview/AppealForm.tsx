import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';

import { DisplayName } from '#protocol/text.ts';

import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { isReason, REASON_LENGTH } from '../ending/reason.ts';

/** For whoever is barred: to ask, once, whether they may come back. */
export function AppealForm({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const join = useRequest('session:join');
  const [message, setMessage] = useState('');
  const fits = isReason(message);
  return (
    <>
      <p>{t('lobby.appealOffer')}</p>
      <TextField
        lines={2}
        label={t('lobby.message')}
        fault={fits ? null : t('common.reasonTooLong', { most: REASON_LENGTH })}
        value={message}
        onChange={setMessage}
      />
      <Button
        isPending={join.pending}
        isDisabled={!fits || !v.is(DisplayName, name)}
        onPress={() => void join.send({ name, appeal: message })}
      >
        {t('lobby.ask')}
      </Button>
    </>
  );
}
