import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import styles from './Wordmark.module.css';

/** The app's name beside its sign: a P that is also a speech bubble. */
export function Wordmark() {
  const { t } = useTranslation();
  return (
    <span className={clsx(styles.mark)}>
      <svg aria-hidden="true" viewBox="24 24 464 464" className={clsx(styles.tile)}>
        <rect x="24" y="24" width="464" height="464" rx="108" />
        <path
          className={clsx(styles.letter)}
          fillRule="evenodd"
          d="M268 100 a130 130 0 0 1 0 260 h-54 l-54 52 c-12 11 -28 4 -28 -12 V230 A130 130 0 0 1 262 100 Z M265 166 a64 64 0 1 0 0.1 0 Z"
        />
      </svg>
      {t('common.appName')}
    </span>
  );
}
