import { UserRoundX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ParleyError } from '#protocol/errors.ts';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { isReason } from '../ending/reason.ts';
import { ReasonField } from '../ending/ReasonField.tsx';
import type { PersonDialogProps } from '../../features/meeting/people/personActions.ts';
import { useMeeting } from '../../features/meeting/useMeeting.ts';

/** Removes one person, with a reason if one is given, for now or for good. */
export function RemoveDialog({ participant, present, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const { remove } = useMeeting();
  const [reason, setReason] = useState('');
  const [bar, setBar] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ParleyError | null>(null);
  const { id, name } = participant;
  useEffect(() => {
    if (!present) onClose();
  }, [present, onClose]);

  const confirm = async (): Promise<void> => {
    setPending(true);
    setError(null);
    const removed = await remove(id, { reason, bar });
    if (removed.ok) return;
    setPending(false);
    setError(removed.error);
  };

  return (
    <Dialog
      tone="danger"
      icon={<UserRoundX size={20} />}
      title={t('removing.title', { name })}
      lead={t('removing.text', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" isPending={pending} isDisabled={!isReason(reason)} onPress={() => void confirm()}>
            {t('removing.confirm')}
          </Button>
        </>
      }
    >
      <ReasonField value={reason} onChange={setReason} />
      <Switch label={t('removing.bar')} hint={t('removing.barHint')} isSelected={bar} onChange={setBar} />
      <Fault error={error} />
    </Dialog>
  );
}
