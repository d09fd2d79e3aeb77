import { useTranslation } from 'react-i18next';

import { useNow } from '../../ui/useNow.ts';
import { clockTime } from './clockTime.ts';

interface ElapsedProps {
  /** On the server's clock. */
  readonly since: number;
  readonly clockOffset: number;
  readonly className: string | undefined;
}

/** For how long the meeting runs, on the server's clock, so that everybody reads the same. */
export function Elapsed({ since, clockOffset, className }: ElapsedProps) {
  const { t } = useTranslation();
  const time = clockTime(useNow() + clockOffset - since);
  return (
    <span role="timer" aria-live="off" aria-label={t('meeting.elapsed', { time })} className={className}>
      {time}
    </span>
  );
}
