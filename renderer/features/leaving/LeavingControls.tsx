import { Crown, LogOut, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { successors } from '#meeting/session/handOver.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { SessionIn } from '#protocol/session.ts';

import { useAnnouncer } from '../../app/announcer.ts';
import { ExitButton } from '../../features/meeting/controls/ExitButton.tsx';
import { useMeeting } from '../../features/meeting/useMeeting.ts';
import { ActionMenu, type MenuAction } from '../../ui/Menu.tsx';
import { sayError } from '../../words/say.ts';
import { EndDialog } from '../ending/EndDialog.tsx';
import { isAskedBeforeLeaving, wayOf } from './successors.ts';

/** The two ways out: Leave, which asks only a host who leaves others behind, and End, for whoever may. */
export function LeavingControls({ session }: { readonly session: SessionIn<'joined' | 'reconnecting'> }) {
  const { t } = useTranslation();
  const { say } = useAnnouncer();
  const meeting = useMeeting();
  const [ending, setEnding] = useState(false);
  const [pending, setPending] = useState(false);
  const mayEnd = meeting.may('endRoom');

  const leave = async (handOverTo?: ParticipantId): Promise<void> => {
    setPending(true);
    const left = await meeting.leave(handOverTo === undefined ? {} : { handOverTo });
    setPending(false);
    if (!left.ok) say(sayError(t, left.error), { urgent: true });
  };

  const end: MenuAction = {
    id: 'end',
    label: t('meeting.endForEveryone'),
    icon: <PhoneOff size={18} />,
    danger: true,
    onAction: () => setEnding(true),
  };
  const handOver = successors(session).map(({ id, name }) => ({
    id,
    label: t('leaving.handOverTo', { name }),
    icon: <Crown size={18} />,
    onAction: () => void leave(id),
  }));
  const go: MenuAction = {
    id: 'leave',
    label: t(`leaving.${wayOf(session)}`),
    icon: <LogOut size={18} />,
    onAction: () => void leave(),
  };
  const leaveIcon = <LogOut size={20} />;

  return (
    <>
      {isAskedBeforeLeaving(session) ? (
        <ActionMenu label={t('leaving.title')} groups={[handOver, [go], mayEnd ? [end] : []]}>
          <ExitButton look="leave" label={t('common.leave')} icon={leaveIcon} isPending={pending} />
        </ActionMenu>
      ) : (
        <ExitButton
          look="leave"
          label={t('common.leave')}
          icon={leaveIcon}
          isPending={pending}
          onPress={() => void leave()}
        />
      )}
      {mayEnd ? <ExitButton look="end" label={end.label} icon={<PhoneOff size={20} />} onPress={end.onAction} /> : null}
      {ending ? <EndDialog session={session} onClose={() => setEnding(false)} /> : null}
    </>
  );
}
