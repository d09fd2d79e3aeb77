import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Message } from '../ui/Message.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './App.module.css';

/** Milliseconds that devices and links may take to be let go of before it is said: mostly a few dozen, which would flicker. */
const PATIENCE_MS = 200;

/** Out of the meeting, and not everything released. */
export function Going() {
  const { t } = useTranslation();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return <main aria-busy="true" aria-label={t('meeting.leaving')} className={clsx(styles.screen)} />;
  return (
    <Message title={t('meeting.leaving')} text={t('meeting.leavingText')}>
      <Spinner large />
    </Message>
  );
}
