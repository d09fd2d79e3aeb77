import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import { Lasting } from '../ui/Lasting.tsx';
import { Message } from '../ui/Message.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './App.module.css';

/** Out of the meeting, and not everything released. */
export function Going() {
  const { t } = useTranslation();
  return (
    <Lasting before={<main aria-busy="true" aria-label={t('meeting.leaving')} className={clsx(styles.screen)} />}>
      <Message title={t('meeting.leaving')} text={t('meeting.leavingText')}>
        <Spinner large />
      </Message>
    </Lasting>
  );
}
