import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import type { Waiting } from '#protocol/session.ts';

import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useNow } from '../../ui/useNow.ts';
import { clockTime } from '../../features/meeting/clockTime.ts';
import styles from './Joining.module.css';

interface WaitingToBeLetInProps {
  readonly waiting: Waiting;
  readonly onCancel: () => void;
}

/** At the door: who decides, for how long it has been, and the way out. The time is not read aloud every second. */
export function WaitingToBeLetIn({ waiting, onCancel }: WaitingToBeLetInProps) {
  const { t } = useTranslation();
  const { since, clockOffset, appeal, lost } = waiting;
  const time = clockTime(useNow() + clockOffset - since);
  return (
    <>
      <div role="status" className={clsx(styles.progress)}>
        <Spinner />
        <span>{t(lost ? 'lobby.lost' : appeal ? 'lobby.appealText' : 'lobby.waitingText')}</span>
      </div>
      <p className={clsx(styles.since)}>{t('lobby.waitingSince', { time })}</p>
      <Button size="large" onPress={onCancel}>
        {t('common.cancel')}
      </Button>
    </>
  );
}
