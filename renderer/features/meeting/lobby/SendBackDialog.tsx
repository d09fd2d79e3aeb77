import { DoorOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { isReason } from '../../ending/reason.ts';
import { ReasonField } from '../../ending/ReasonField.tsx';
import type { PersonDialogProps } from '../people/personActions.ts';

/** Sends one person back to wait, with a reason if one is given. */
export function SendBackDialog({ participant, present, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const send = useRequest('room:send-to-lobby');
  const [reason, setReason] = useState('');
  const { id, name } = participant;
  useEffect(() => {
    if (!present) onClose();
  }, [present, onClose]);
  return (
    <Dialog
      tone="danger"
      icon={<DoorOpen size={20} />}
      title={t('lobby.sendBackTitle', { name })}
      lead={t('lobby.sendBackText', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="danger"
            isPending={send.pending}
            isDisabled={!isReason(reason)}
            onPress={() => void send.send({ participant: id, reason })}
          >
            {t('lobby.sendBack')}
          </Button>
        </>
      }
    >
      <ReasonField value={reason} onChange={setReason} />
      <Fault error={send.error} />
    </Dialog>
  );
}
