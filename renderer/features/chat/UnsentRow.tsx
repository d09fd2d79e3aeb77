import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import type { UnsentMessage } from '#protocol/ipc/chat.ts';

import { useParley } from '../../bridge/parley.ts';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../words/say.ts';
import styles from './MessageGroup.module.css';

/** Something I said that nobody has heard: on its way, waiting, or not sent, with why and what can be done. */
export function UnsentRow({ unsent }: { readonly unsent: UnsentMessage }) {
  const { t } = useTranslation();
  const { bridge } = useParley();
  const { message, text, state, error } = unsent;
  const failed = state === 'failed';
  const words = failed ? t('chat.notSent', { why: error === null ? '' : sayError(t, error) }) : t(`chat.${state}`);
  return (
    <div className={clsx(styles.group, styles.mine)}>
      <div className={clsx(styles.said)}>
        <p dir="auto" className={clsx(styles.text, failed ? styles.failed : styles.sending)}>
          {text}
        </p>
        <p role={failed ? 'alert' : undefined} className={clsx(styles.state, failed && styles.fault)}>
          {words}
        </p>
        {failed ? (
          <div className={clsx(styles.actions)}>
            <Button size="small" look="quiet" onPress={() => void bridge.request('chat:discard', { message })}>
              {t('chat.discard')}
            </Button>
            <Button size="small" onPress={() => void bridge.request('chat:retry', { message })}>
              {t('chat.retry')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
