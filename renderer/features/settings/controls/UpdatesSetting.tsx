import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import { useSnapshot } from '../../../bridge/parley.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Button } from '../../../ui/Button.tsx';
import { sayUpdates } from '../../updates/sayUpdates.ts';
import type { RowWords } from '../section.ts';
import styles from './Line.module.css';

/** How it stands with newer versions, and a look for one by hand. */
export function UpdatesSetting({ title }: RowWords) {
  const { t } = useTranslation();
  const { updates } = useSnapshot();
  const check = useRequest('updates:check');
  const state = updates?.state ?? 'off';
  const isBusy = state === 'checking' || state === 'downloading';
  return (
    <div className={clsx(styles.line)}>
      <div className={clsx(styles.words)}>
        <p className={clsx(styles.label)}>{title}</p>
        <p role="status" className={clsx(styles.hint)}>
          {updates === undefined ? '' : sayUpdates(t, updates)}
        </p>
      </div>
      {state === 'off' || state === 'ready' ? null : (
        <Button size="small" isPending={isBusy || check.pending} onPress={() => void check.send({})}>
          {t('desktop.updates.check')}
        </Button>
      )}
    </div>
  );
}
