import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useAsked } from '../../../bridge/useAsked.ts';
import { useRequest } from '../../../bridge/useRequest.ts';
import { Fault } from '../../../ui/Fault.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { RowWords } from '../section.ts';
import styles from './KeptSetting.module.css';

/** The servers that a link may lead to without a second question. */
export function KnownServersSetting({ title, description }: RowWords) {
  const { t } = useTranslation();
  const { answer: servers, error, put } = useAsked('servers:list');
  const forget = useRequest('servers:forget');
  const heading = useRef<HTMLParagraphElement>(null);
  const drop = async (server: string): Promise<void> => {
    const gone = await forget.send({ server });
    if (!gone.ok) return;
    // The button goes with its row, and focus with it.
    heading.current?.focus();
    put(gone);
  };
  return (
    <div className={clsx(styles.all)}>
      <div>
        <p ref={heading} tabIndex={-1} className={clsx(styles.title)}>
          {title}
        </p>
        <p className={clsx(styles.hint)}>{description}</p>
      </div>
      <Fault error={forget.error ?? error} />
      {servers?.length === 0 ? <p className={clsx(styles.hint)}>{t('settings.noServers')}</p> : null}
      {servers === null || servers.length === 0 ? null : (
        <ul className={clsx(styles.list)}>
          {servers.map((server) => (
            <li key={server} className={clsx(styles.row)}>
              <p dir="ltr" className={clsx(styles.words)}>
                {server}
              </p>
              <IconButton label={t('settings.forgetServer', { server })} onPress={() => void drop(server)}>
                <X size={16} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
