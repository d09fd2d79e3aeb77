import { useId } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { PrincipalId } from '#protocol/ids.ts';
import type { BarredEntry } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Button } from '../../../ui/Button.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { ago } from '../../home/ago.ts';
import { useMay } from '../useMay.ts';
import type { PersonContext } from './personActions.ts';
import { PersonGroup } from './PersonGroup.tsx';
import { PersonLine } from './PersonLine.tsx';

interface BarredListProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly send: PersonContext['send'];
}

/** What is said is no finer than that. */
const MINUTE_MS = 60_000;

/** Who may not come back, for whoever can undo it: by whom, since when, and the way back. Nothing where nobody is. */
export function BarredList(props: BarredListProps) {
  const may = useMay();
  const isEmpty = Object.keys(props.session.room.barred).length === 0;
  return may('removeOthers') && !isEmpty ? <Barred {...props} /> : null;
}

function Barred({ session, send }: BarredListProps) {
  const { t } = useTranslation();
  const now = useNow(MINUTE_MS) + session.clockOffset;
  const barred = Object.entries(session.room.barred);
  return (
    <PersonGroup title={t('people.barred.title')} count={barred.length}>
      {barred.map(([principal, entry]) => (
        <Row key={principal} principal={principal as PrincipalId} entry={entry} now={now} send={send} />
      ))}
    </PersonGroup>
  );
}

interface RowProps extends Pick<BarredListProps, 'send'> {
  readonly principal: PrincipalId;
  readonly entry: BarredEntry;
  readonly now: number;
}

function Row({ principal, entry: { name, by, at }, now, send }: RowProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const nameId = useId();
  const when = ago(locale, at, now);
  return (
    <PersonLine
      name={name}
      nameId={nameId}
      identity={principal}
      detail={by ? t('people.barred.by', { name: by.name, when }) : t('people.barred.byNobody', { when })}
      actions={
        <Button
          size="small"
          aria-describedby={nameId}
          onPress={() => void send('room:unbar', { principal }, t('people.barred.unbarred', { name }))}
        >
          {t('people.barred.unbar')}
        </Button>
      }
    />
  );
}
