import { DoorClosed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { isAppeal } from '#meeting/room/lobby.ts';
import type { Knock } from '#protocol/room.ts';

import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Fault } from '../../../ui/Fault.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { isReason } from '../../ending/reason.ts';
import { ReasonField } from '../../ending/ReasonField.tsx';
import { useMay } from '../useMay.ts';

interface RefuseDialogProps {
  readonly knock: Knock;
  readonly onClose: () => void;
}

/** Does not let somebody in, with a reason if one is given, for now or for good. */
export function RefuseDialog({ knock, onClose }: RefuseDialogProps) {
  const { t } = useTranslation();
  const may = useMay();
  const refuse = useRequest('room:refuse-entry');
  const [reason, setReason] = useState('');
  const [bar, setBar] = useState(false);
  const { principal, name } = knock;
  const isFinal = isAppeal(knock);
  return (
    <Dialog
      tone="danger"
      icon={<DoorClosed size={20} />}
      title={t('lobby.refuseTitle', { name })}
      lead={t(isFinal ? 'lobby.refuseFinal' : 'lobby.refuseText', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="danger"
            isPending={refuse.pending}
            isDisabled={!isReason(reason)}
            onPress={() => void refuse.send({ principal, reason, bar })}
          >
            {t('lobby.refuseConfirm')}
          </Button>
        </>
      }
    >
      <ReasonField value={reason} onChange={setReason} />
      {may('removeOthers') && !isFinal ? (
        <Switch label={t('removing.bar')} hint={t('removing.barHint')} isSelected={bar} onChange={setBar} />
      ) : null}
      <Fault error={refuse.error} />
    </Dialog>
  );
}
