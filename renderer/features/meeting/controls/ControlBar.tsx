import { clsx } from 'clsx';
import { Link2 } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import { CaptureControl } from '../../capture/CaptureControl.tsx';
import { LeavingControls } from '../../leaving/LeavingControls.tsx';
import { useCopyInvite } from '../useCopyInvite.ts';
import styles from './ControlBar.module.css';
import { PeopleButton } from './PeopleButton.tsx';

export interface ControlBarProps {
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
      <PeopleButton session={session} showsPeople={showsPeople} onPeople={onPeople} peopleButton={peopleButton} />
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
