import { clsx } from 'clsx';
import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useNow } from '../../../ui/useNow.ts';
import { clockTime } from '../clockTime.ts';
import { SOON_MS, timeLeft } from './closing.ts';
import styles from './TimeLeft.module.css';

interface TimeLeftProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly className: string | undefined;
}

/** How long a meeting with a time limit may still run, on the server's clock. */
export function TimeLeft(props: TimeLeftProps) {
  const { policies } = props.session;
  return policies === undefined || policies.durationMs === null ? null : <Countdown {...props} />;
}

function Countdown({ session, className }: TimeLeftProps) {
  const { t } = useTranslation();
  const leftMs = timeLeft(session, useNow());
  if (leftMs === null) return null;
  const time = clockTime(leftMs);
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label={t('meeting.timeLeftName', { time })}
      className={clsx(className, styles.left, leftMs <= SOON_MS && styles.soon)}
    >
      <Hourglass size={14} aria-hidden="true" />
      {t('meeting.timeLeft', { time })}
    </span>
  );
}
