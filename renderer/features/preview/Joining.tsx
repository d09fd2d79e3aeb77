import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './Joining.module.css';

interface JoiningProps {
  readonly attempt: number;
  readonly onCancel: () => void;
}

/** On the way in: that it goes on, how often it was tried, and the way out. */
export function Joining({ attempt, onCancel }: JoiningProps) {
  const { t } = useTranslation();
  return (
    <>
      <div role="status" className={clsx(styles.progress)}>
        <Spinner />
        <span>{attempt > 1 ? t('preview.attempt', { attempt }) : t('preview.connecting')}</span>
      </div>
      <Button size="large" onPress={onCancel}>
        {t('common.cancel')}
      </Button>
    </>
  );
}
