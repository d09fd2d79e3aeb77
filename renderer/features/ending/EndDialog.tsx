import { PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayByRole, others } from '#meeting/room/selectors.ts';
import type { ParleyError } from '#protocol/errors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useMeeting } from '../../features/meeting/useMeeting.ts';
import { ReasonField } from './ReasonField.tsx';
import { isReason } from './reason.ts';
import { SOON_MS, type When } from './when.ts';

interface EndDialogProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onClose: () => void;
}

/**
 * The second, deliberate step of ending. Focus starts on the reason, where Enter begins a new line, and Escape puts the
 * dialog away: neither ends anything. It goes with the meeting once the end has really happened, or once it is on its way.
 */
export function EndDialog({ session, onClose }: EndDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [lock, setLock] = useState(false);
  const [when, setWhen] = useState<When>('now');
  const { end, pending, error } = useEnd(onClose);
  const options = mayEndLater(session) ? (['now', 'soon'] as const) : null;
  const chosen = options ? when : 'now';

  return (
    <Dialog
      tone="danger"
      icon={<PhoneOff size={20} />}
      title={t('ending.title')}
      lead={t(chosen === 'soon' ? 'ending.textSoon' : 'ending.text', {
        count: others(session.room, session.me).length,
        seconds: SOON_MS / 1000,
      })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="danger"
            isPending={pending}
            isDisabled={!isReason(reason)}
            onPress={() => void end({ reason, lock, when: chosen })}
          >
            {t('ending.confirm')}
          </Button>
        </>
      }
    >
      <ReasonField value={reason} onChange={setReason} />
      {options ? (
        <Choice
          row
          label={t('ending.when')}
          value={when}
          options={options.map((value) => ({ value, label: t(`ending.whens.${value}`, { count: SOON_MS / 1000 }) }))}
          onChange={setWhen}
        />
      ) : null}
      <Switch label={t('ending.lock')} hint={t('ending.lockHint')} isSelected={lock} onChange={setLock} />
      <Fault error={error} words={error?.code === 'offline' ? t('ending.offline') : null} />
    </Dialog>
  );
}

/** Goodbye is said to somebody, and one end at a time is on its way. */
function mayEndLater({ room, me }: EndDialogProps['session']): boolean {
  return others(room, me).length > 0 && !room.scheduledEnd && mayByRole(room, me, 'endRoom');
}

interface Ending {
  readonly reason: string;
  readonly lock: boolean;
  readonly when: When;
}

function useEnd(onScheduled: () => void) {
  const { endRoom, scheduleEnd } = useMeeting();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ParleyError | null>(null);
  const end = async ({ when, ...as }: Ending): Promise<void> => {
    setPending(true);
    setError(null);
    const answer = await (when === 'now' ? endRoom(as) : scheduleEnd({ ...as, inMs: SOON_MS }));
    setPending(false);
    if (!answer.ok) setError(answer.error);
    else if (when === 'soon') onScheduled();
  };
  return { end, pending, error };
}
