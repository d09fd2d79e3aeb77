import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import styles from './App.module.css';

/** Before there is anything to show: nothing to look at for the blink that it takes, but something to hear. */
export function Starting() {
  const { t } = useTranslation();
  return <main aria-busy="true" aria-label={t('common.loading')} className={clsx(styles.screen)} />;
}
