import { clsx } from 'clsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { everyoneWaiting, isAppeal } from '#meeting/room/lobby.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { Knock } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Avatar } from '../../../ui/Avatar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { clockTime } from '../clockTime.ts';
import type { PersonContext } from '../people/personActions.ts';
import { RefuseDialog } from './RefuseDialog.tsx';
import styles from './WaitingList.module.css';

interface WaitingListProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly send: PersonContext['send'];
}

/** Who waits to be let in, for those who let people in; nobody else's room has them. Nothing where nobody waits. */
export function WaitingList(props: WaitingListProps) {
  const [refusing, setRefusing] = useState<Knock | null>(null);
  const waiting = everyoneWaiting(props.session.room);
  // Another knock of the same person is another question.
  const isStill = waiting.some(({ principal, at }) => principal === refusing?.principal && at === refusing.at);
  return (
    <>
      {waiting.length > 0 ? <Waiting {...props} waiting={waiting} onRefuse={setRefusing} /> : null}
      {refusing && isStill ? <RefuseDialog knock={refusing} onClose={() => setRefusing(null)} /> : null}
    </>
  );
}

interface WaitingProps extends WaitingListProps {
  readonly waiting: readonly Knock[];
  readonly onRefuse: (knock: Knock) => void;
}

function Waiting({ session, send, waiting, onRefuse }: WaitingProps) {
  const { t } = useTranslation();
  const heading = useId();
  const now = useNow() + session.clockOffset;
  const comers = waiting.filter((knock) => !isAppeal(knock));
  return (
    <section aria-labelledby={heading} className={clsx(styles.waiting)}>
      <header className={clsx(styles.head)}>
        <h3 id={heading} className={clsx(styles.title)}>
          {t('lobby.waiting')} <span className={clsx(styles.count)}>{waiting.length}</span>
        </h3>
        {comers.length > 1 ? (
          <Button size="small" onPress={() => void send('room:admit', { principal: 'all' })}>
            {t('lobby.letEveryoneIn')}
          </Button>
        ) : null}
      </header>
      <ul>
        {waiting.map((knock) => (
          <Row
            key={knock.principal}
            knock={knock}
            now={now}
            onLetIn={(principal) => void send('room:admit', { principal })}
            onRefuse={() => onRefuse(knock)}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly knock: Knock;
  /** On the server's clock. */
  readonly now: number;
  readonly onLetIn: (principal: PrincipalId) => void;
  readonly onRefuse: () => void;
}

function Row({ knock, now, onLetIn, onRefuse }: RowProps) {
  const { t } = useTranslation();
  const id = useId();
  const { principal, name, appeal, at } = knock;
  return (
    <li className={clsx(styles.person)}>
      <Avatar name={name} identity={principal} />
      <div className={clsx(styles.words)}>
        <p id={id} dir="auto" title={name} className={clsx(styles.name)}>
          {name}
        </p>
        <p className={clsx(styles.since)}>
          {appeal === undefined ? t('lobby.waitsFor', { time: clockTime(now - at) }) : t('lobby.wasBarred')}
        </p>
        {appeal ? (
          <blockquote dir="auto" className={clsx(styles.appeal)}>
            {appeal}
          </blockquote>
        ) : null}
        <div className={clsx(styles.answers)}>
          <Button size="small" look="primary" aria-describedby={id} onPress={() => onLetIn(principal)}>
            {t('lobby.letIn')}
          </Button>
          <Button size="small" aria-describedby={id} onPress={onRefuse}>
            {t('lobby.refuse')}
          </Button>
        </div>
      </div>
    </li>
  );
}
