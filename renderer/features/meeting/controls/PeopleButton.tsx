import { clsx } from 'clsx';
import { Users } from 'lucide-react';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';

import { everyoneWaiting } from '#meeting/room/lobby.ts';
import { everyone } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import { SHORTCUTS } from '../../../ui/shortcuts.ts';
import styles from './ControlBar.module.css';

interface PeopleButtonProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly showsPeople: boolean;
  readonly onPeople: () => void;
  readonly peopleButton: Ref<HTMLButtonElement>;
}

/** Shows and hides people, with how many are here; and, to those who let people in, how many wait. */
export function PeopleButton({ session, showsPeople, onPeople, peopleButton }: PeopleButtonProps) {
  const { t } = useTranslation();
  const id = useId();
  const waiting = everyoneWaiting(session.room).length;
  return (
    <>
      <IconButton
        size="large"
        className={styles.round}
        label={t('meeting.people')}
        shortcut={SHORTCUTS.people}
        aria-expanded={showsPeople}
        {...(waiting > 0 && { 'aria-describedby': id })}
        on={showsPeople}
        onPress={onPeople}
        ref={peopleButton}
      >
        <Users size={20} />
        <span aria-hidden="true" className={clsx(styles.count, waiting > 0 && styles.waiting)}>
          {waiting > 0 ? `+${waiting}` : everyone(session.room).length}
        </span>
      </IconButton>
      {waiting > 0 ? (
        <span id={id} hidden>
          {t('lobby.waitingCount', { count: waiting })}
        </span>
      ) : null}
    </>
  );
}
