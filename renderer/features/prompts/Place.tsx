import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import styles from './Place.module.css';

/** Where a link leads, spelt out: nothing is connected to before somebody has seen this. */
export function Place({ server, room }: { readonly server: string; readonly room: string }) {
  const { t } = useTranslation();
  return (
    <dl className={clsx(styles.place)}>
      <dt>{t('prompts.openLink.meeting')}</dt>
      <dd>
        <bdi>{room}</bdi>
      </dd>
      <dt>{t('prompts.openLink.server')}</dt>
      <dd>
        <bdi>{server}</bdi>
      </dd>
    </dl>
  );
}
