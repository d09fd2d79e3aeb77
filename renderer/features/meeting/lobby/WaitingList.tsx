import { clsx } from 'clsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { everyoneWaiting, isAppeal } from '#meeting/room/lobby.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import type { Knock } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Button } from '../../../ui/Button.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { clockTime } from '../clockTime.ts';
import type { PersonContext } from '../people/personActions.ts';
import { PersonGroup } from '../people/PersonGroup.tsx';
import { PersonLine } from '../people/PersonLine.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import styles from './WaitingList.module.css';

interface WaitingListProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  /** Those of them who are to be listed. */
  readonly waiting: readonly Knock[];
  readonly send: PersonContext['send'];
}

/** Who waits to be let in, for those who let people in; nobody else's room has them. Nothing where nobody waits. */
export function WaitingList(props: WaitingListProps) {
  const [refusing, setRefusing] = useState<Knock | null>(null);
  // Another knock of the same person is another question.
  const isStill = everyoneWaiting(props.session.room).some(
    ({ principal, at }) => principal === refusing?.principal && at === refusing.at,
  );
  return (
    <>
      {props.waiting.length > 0 ? <Waiting {...props} onRefuse={setRefusing} /> : null}
      {refusing && isStill ? <RefuseDialog knock={refusing} onClose={() => setRefusing(null)} /> : null}
    </>
  );
}

interface WaitingProps extends WaitingListProps {
  readonly onRefuse: (knock: Knock) => void;
}

function Waiting({ session, send, waiting, onRefuse }: WaitingProps) {
  const { t } = useTranslation();
  const now = useNow() + session.clockOffset;
  const comers = everyoneWaiting(session.room).filter((knock) => !isAppeal(knock));
  return (
    <PersonGroup
      title={t('lobby.waiting')}
      count={waiting.length}
      action={
        comers.length > 1 ? (
          <Button size="small" onPress={() => void send('room:admit', { principal: 'all' })}>
            {t('lobby.letEveryoneIn')}
          </Button>
        ) : null
      }
    >
      {waiting.map((knock) => (
        <Row
          key={knock.principal}
          knock={knock}
          now={now}
          onLetIn={(principal) => void send('room:admit', { principal })}
          onRefuse={() => onRefuse(knock)}
        />
      ))}
    </PersonGroup>
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
  const nameId = useId();
  const { principal, name, appeal, at } = knock;
  return (
    <PersonLine
      name={name}
      identity={principal}
      detail={appeal === undefined ? t('lobby.waitsFor', { time: clockTime(now - at) }) : t('lobby.wasBarred')}
      nameId={nameId}
      below={
        <>
          {appeal ? (
            <blockquote dir="auto" className={clsx(styles.appeal)}>
              {appeal}
            </blockquote>
          ) : null}
          <div className={clsx(styles.answers)}>
            <Button size="small" look="primary" aria-describedby={nameId} onPress={() => onLetIn(principal)}>
              {t('lobby.letIn')}
            </Button>
            <Button size="small" aria-describedby={nameId} onPress={onRefuse}>
              {t('lobby.refuse')}
            </Button>
          </div>
        </>
      }
    />
  );
}
