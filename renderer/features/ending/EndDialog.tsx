import { PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { others } from '#meeting/room/selectors.ts';
import type { ParleyError } from '#protocol/errors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useMeeting } from '../../features/meeting/useMeeting.ts';
import { ReasonField } from './ReasonField.tsx';
import { isReason } from './reason.ts';

interface EndDialogProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onClose: () => void;
}

/**
 * The second, deliberate step of ending. Focus starts on the reason, where Enter begins a new line, and Escape puts the
 * dialog away: neither ends anything. It goes with the meeting once the end has really happened.
 */
export function EndDialog({ session, onClose }: EndDialogProps) {
  const { t } = useTranslation();
  const { endRoom } = useMeeting();
  const [reason, setReason] = useState('');
  const [lock, setLock] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ParleyError | null>(null);

  const end = async (): Promise<void> => {
    setPending(true);
    setError(null);
    const ended = await endRoom({ reason, lock });
    setPending(false);
    if (!ended.ok) setError(ended.error);
  };

  return (
    <Dialog
      tone="danger"
      icon={<PhoneOff size={20} />}
      title={t('ending.title')}
      lead={t('ending.text', { count: others(session.room, session.me).length })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="danger" isPending={pending} isDisabled={!isReason(reason)} onPress={() => void end()}>
            {t('ending.confirm')}
          </Button>
        </>
      }
    >
      <ReasonField value={reason} onChange={setReason} />
      <Switch label={t('ending.lock')} hint={t('ending.lockHint')} isSelected={lock} onChange={setLock} />
      <Fault error={error} words={error?.code === 'offline' ? t('ending.offline') : null} />
    </Dialog>
  );
}
