import { clsx } from 'clsx';
import { ReceiptText, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { RecentMeeting } from '#protocol/ipc/snapshot.ts';

import { dialogsPart } from '../../app/parts.ts';
import { useSnapshot } from '../../bridge/parley.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { Button } from '../../ui/Button.tsx';
import { Fault } from '../../ui/Fault.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { usePart } from '../../ui/part.ts';
import type { ReceiptPlace } from '../receipts/useReceipts.ts';
import { ago } from './ago.ts';
import styles from './RecentMeetings.module.css';

/** The meetings I was in, the last one first: back to one of them, or off the list with it. */
export function RecentMeetings() {
  const { t } = useTranslation();
  const { recent } = useSnapshot();
  // As of when the list was last put on the screen: minutes don't have to tick here.
  const [now] = useState(() => Date.now());
  const reopen = useRequest('session:reopen');
  const [looking, setLooking] = useState<ReceiptPlace | 'all' | null>(null);
  const onFailed = useCallback((error: unknown) => {
    setLooking(null);
    reportError(error);
  }, []);
  const dialogs = usePart(dialogsPart, looking !== null, onFailed);
  return (
    <section aria-labelledby="recent-meetings" className={clsx(styles.card)}>
      <h2 id="recent-meetings" className={clsx(styles.title)}>
        {t('home.recents')}
      </h2>
      <Fault error={reopen.error} />
      {recent.length === 0 ? <p className={clsx(styles.none)}>{t('home.noRecents')}</p> : null}
      <ul>
        {recent.map((meeting) => (
          <Row
            key={`${meeting.server}/${meeting.room}`}
            meeting={meeting}
            now={now}
            onOpen={() => void reopen.send({ server: meeting.server, room: meeting.room })}
            onLook={() => setLooking(meeting)}
          />
        ))}
      </ul>
      <Button size="small" look="quiet" icon={<ReceiptText size={16} />} onPress={() => setLooking('all')}>
        {t('receipts.all')}
      </Button>
      {dialogs && looking !== null ? (
        <dialogs.ReceiptsDialog place={looking === 'all' ? null : looking} onClose={() => setLooking(null)} />
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly meeting: RecentMeeting;
  readonly now: number;
  readonly onOpen: () => void;
  readonly onLook: () => void;
}

function Row({ meeting, now, onOpen, onLook }: RowProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const forget = useRequest('recent:forget');
  const { server, room, hosted, lastAt } = meeting;
  return (
    <li className={clsx(styles.row)}>
      <div className={clsx(styles.words)}>
        <p className={clsx(styles.room)}>{room}</p>
        <p className={clsx(styles.where)}>
          {hosted ? (
            t('home.hosted')
          ) : (
            <span dir="auto" title={server} className={clsx(styles.server)}>
              {t('home.onServer', { server })}
            </span>
          )}
          <span className={clsx(styles.when)}>· {ago(locale, lastAt, now)}</span>
        </p>
      </div>
      <Button size="small" aria-label={t('home.openRoom', { room })} onPress={onOpen}>
        {t('home.open')}
      </Button>
      <IconButton label={t('receipts.whatHappened', { room })} onPress={onLook}>
        <ReceiptText size={16} />
      </IconButton>
      <IconButton
        label={t('home.forget', { room })}
        isPending={forget.pending}
        onPress={() => void forget.send({ server, room })}
      >
        <X size={16} />
      </IconButton>
    </li>
  );
}
