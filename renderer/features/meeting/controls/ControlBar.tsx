import { clsx } from 'clsx';
import { Link2, Users } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

import { everyone } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import { SHORTCUTS } from '../../../ui/shortcuts.ts';
import { CaptureControl } from '../../capture/CaptureControl.tsx';
import { LeavingControls } from '../../leaving/LeavingControls.tsx';
import { useCopyInvite } from '../useCopyInvite.ts';
import styles from './ControlBar.module.css';

interface ControlBarProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly showsPeople: boolean;
  readonly onPeople: () => void;
  readonly peopleButton: Ref<HTMLButtonElement>;
}

/** The pill that floats over the stage: what I send, who is here, and, apart at the end, the ways out. */
export function ControlBar({ session, showsPeople, onPeople, peopleButton }: ControlBarProps) {
  const { t } = useTranslation();
  const invite = useCopyInvite();
  return (
    <section data-region tabIndex={-1} aria-label={t('meeting.controls')} className={clsx(styles.bar)}>
      <CaptureControl kind="microphone" />
      <CaptureControl kind="camera" />
      <IconButton
        size="large"
        className={styles.round}
        label={t('meeting.people')}
        shortcut={SHORTCUTS.people}
        aria-expanded={showsPeople}
        on={showsPeople}
        onPress={onPeople}
        ref={peopleButton}
      >
        <Users size={20} />
        <span aria-hidden="true" className={clsx(styles.count)}>
          {everyone(session.room).length}
        </span>
      </IconButton>
      <IconButton
        size="large"
        className={styles.round}
        label={t('meeting.copyInvite')}
        isPending={invite.pending}
        onPress={invite.copy}
      >
        <Link2 size={20} />
      </IconButton>
      <div className={clsx(styles.apart)}>
        <LeavingControls session={session} />
      </div>
    </section>
  );
}
