import { clsx } from 'clsx';
import { CircleDot, Hash, Monitor, Server, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { expectedIn } from '#meeting/session/mayInSession.ts';
import type { SessionIn } from '#protocol/session.ts';

import { sayExpected } from '../../words/sayRole.ts';
import styles from './PreviewScreen.module.css';

/** Which meeting on which server, and what I will be there. */
export function MeetingFacts({ session }: { readonly session: SessionIn<'preview' | 'joining'> }) {
  const { t } = useTranslation();
  const { room, server, hosted } = session.target;
  return (
    <ul className={clsx(styles.facts)}>
      <li className={clsx(styles.fact)}>
        <Hash size={18} aria-hidden="true" />
        <span>
          {t('preview.meeting')} <strong>{room}</strong>
        </span>
      </li>
      <li className={clsx(styles.fact)}>
        {hosted ? <Monitor size={18} aria-hidden="true" /> : <Server size={18} aria-hidden="true" />}
        <span>
          {t('preview.server')} <strong>{hosted ? t('preview.thisComputer') : server}</strong>
        </span>
      </li>
      <li className={clsx(styles.fact)}>
        <ShieldCheck size={18} aria-hidden="true" />
        <span>{sayExpected(t, expectedIn(session))}</span>
      </li>
      {session.phase === 'preview' && session.recorded ? (
        <li className={clsx(styles.fact)}>
          <CircleDot size={18} aria-hidden="true" />
          <span>{t('recording.expected')}</span>
        </li>
      ) : null}
    </ul>
  );
}
