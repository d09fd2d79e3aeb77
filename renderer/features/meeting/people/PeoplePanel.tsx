import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { everyoneWaiting } from '#meeting/room/lobby.ts';
import { everyone } from '#meeting/room/selectors.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Button } from '../../../ui/Button.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { SidePanel } from '../../../ui/SidePanel.tsx';
import { holds } from '../../../words/find.ts';
import { WaitingList } from '../lobby/WaitingList.tsx';
import { useStageView } from '../stage/StageViewContext.tsx';
import { useMay } from '../useMay.ts';
import { BarredList } from './BarredList.tsx';
import { inOrder } from './inOrder.ts';
import { LowerAllHands } from './LowerAllHands.tsx';
import { MuteEveryone } from './MuteEveryone.tsx';
import styles from './PeoplePanel.module.css';
import { PersonGroup } from './PersonGroup.tsx';
import { PersonRow } from './PersonRow.tsx';
import { RoomSwitches } from './RoomSwitches.tsx';
import { useOrder } from './useOrder.ts';
import { usePersonDialog } from './usePersonDialog.tsx';

interface PeoplePanelProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onClose: () => void;
}

/** So many are listed at first; whoever looks for one of hundreds types a name. */
const AT_FIRST = 100;

/**
 * Who waits, whose hand is up, and everybody else by name, with what there is to know and what may be done. All of it
 * scrolls as one, so that no list hides another.
 */
export function PeoplePanel({ session, onClose }: PeoplePanelProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const send = useOrder();
  const may = useMay();
  const stage = useStageView();
  const { room, me } = session;
  const { dialog, open } = usePersonDialog(room);
  const people = everyone(room).filter(({ name }) => holds([name], typed));
  const { hands, others } = inOrder(room, people);
  const waiting = everyoneWaiting(room).filter(({ name }) => holds([name], typed));
  const listed = showsAll ? others : others.slice(0, AT_FIRST);
  const rows = (some: readonly Participant[]) =>
    some.map((person) => (
      <PersonRow
        key={person.id}
        context={{
          t,
          session,
          person,
          isMe: person.id === me,
          may,
          send,
          stage,
          open: (dialog) => open(person, dialog),
        }}
      />
    ));
  // On the last of the groups of people: all may have their hands up.
  const muteEveryone = <MuteEveryone session={session} />;
  return (
    <SidePanel
      label={t('meeting.people')}
      title={
        <>
          {t('meeting.people')} <span className={clsx(styles.count)}>{everyone(room).length}</span>
        </>
      }
      closeLabel={t('meeting.closePeople')}
      focusesClose
      onClose={onClose}
    >
      <SearchField
        label={t('people.search')}
        value={typed}
        onChange={setTyped}
        clearLabel={t('people.clearSearch')}
        className={styles.search}
      />
      <p role="status" className={clsx(styles.found, people.length + waiting.length > 0 && styles.heard)}>
        {typed.trim() === '' ? null : t('people.found', { count: people.length + waiting.length })}
      </p>
      <div className={clsx(styles.scroll)}>
        <WaitingList session={session} waiting={waiting} send={send} />
        {hands.length > 0 ? (
          <PersonGroup
            title={t('hands.title')}
            count={hands.length}
            action={
              <>
                {may('mute') ? <LowerAllHands /> : null}
                {others.length === 0 ? muteEveryone : null}
              </>
            }
          >
            {rows(hands)}
          </PersonGroup>
        ) : null}
        {others.length > 0 ? (
          <PersonGroup title={t('people.inMeeting')} count={others.length} action={muteEveryone}>
            {rows(listed)}
          </PersonGroup>
        ) : null}
        {listed.length < others.length ? (
          <div className={clsx(styles.more)}>
            <Button wide size="small" onPress={() => setShowsAll(true)}>
              {t('people.showMore', { count: others.length - listed.length })}
            </Button>
          </div>
        ) : null}
        <BarredList session={session} send={send} />
        <RoomSwitches session={session} className={clsx(styles.foot)} />
      </div>
      {dialog}
    </SidePanel>
  );
}
