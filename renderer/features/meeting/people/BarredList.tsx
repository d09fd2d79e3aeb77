import { clsx } from 'clsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { PrincipalId } from '#protocol/ids.ts';
import type { BarredEntry } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { ago } from '../../home/ago.ts';
import { useMeeting } from '../useMeeting.ts';
import styles from './PeoplePanel.module.css';
import type { PersonContext } from './personActions.ts';

interface BarredListProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly send: PersonContext['send'];
}

/** Who may not come back, for whoever can undo it: by whom, since when, and the way back. Nothing where nobody is. */
export function BarredList(props: BarredListProps) {
  const { may } = useMeeting();
  const isEmpty = Object.keys(props.session.room.barred).length === 0;
  return may('removeOthers') && !isEmpty ? <Barred {...props} /> : null;
}

function Barred({ session, send }: BarredListProps) {
  const { t } = useTranslation();
  const now = useNow() + session.clockOffset;
  const heading = useId();
  const barred = Object.entries(session.room.barred);
  return (
    <section aria-labelledby={heading} className={clsx(styles.barred)}>
      <h3 id={heading} className={clsx(styles.heading)}>
        {t('people.barred.title')} <span className={clsx(styles.count)}>{barred.length}</span>
      </h3>
      <ul>
        {barred.map(([principal, entry]) => (
          <Row key={principal} principal={principal as PrincipalId} entry={entry} now={now} send={send} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Pick<BarredListProps, 'send'> {
  readonly principal: PrincipalId;
  readonly entry: BarredEntry;
  readonly now: number;
}

function Row({ principal, entry: { name, by, at }, now, send }: RowProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const when = ago(i18n.language, at, now);
  return (
    <li className={clsx(styles.person)}>
      <Avatar name={name} identity={principal} />
      <div className={clsx(styles.words)}>
        <p id={id} dir="auto" title={name} className={clsx(styles.name)}>
          {name}
        </p>
        <p className={clsx(styles.role)}>
          {by ? t('people.barred.by', { name: by.name, when }) : t('people.barred.byNobody', { when })}
        </p>
      </div>
      <Button
        size="small"
        aria-describedby={id}
        onPress={() => void send('room:unbar', { principal }, t('people.barred.unbarred', { name }))}
      >
        {t('people.barred.unbar')}
      </Button>
    </li>
  );
}
