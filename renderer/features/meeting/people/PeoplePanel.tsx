import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { everyone } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import { WaitingList } from '../lobby/WaitingList.tsx';
import { useMeeting } from '../useMeeting.ts';
import { BarredList } from './BarredList.tsx';
import styles from './PeoplePanel.module.css';
import { PersonRow } from './PersonRow.tsx';
import { RoomSwitches } from './RoomSwitches.tsx';
import { useOrder } from './useOrder.ts';
import { usePersonDialog } from './usePersonDialog.tsx';

interface PeoplePanelProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onClose: () => void;
}

/** Everybody by name, with their role and marks, and what may be done about them. */
export function PeoplePanel({ session, onClose }: PeoplePanelProps) {
  const { t } = useTranslation();
  const { may } = useMeeting();
  const { room, me } = session;
  const send = useOrder();
  const { dialog, open } = usePersonDialog(room);
  const people = everyone(room);
  return (
    <section data-region tabIndex={-1} aria-label={t('meeting.people')} className={clsx(styles.panel)}>
      <header className={clsx(styles.head)}>
        <h2 className={clsx(styles.title)}>
          {t('meeting.people')} <span className={clsx(styles.count)}>{people.length}</span>
        </h2>
        <IconButton label={t('meeting.closePeople')} onPress={onClose} autoFocus>
          <X size={18} />
        </IconButton>
      </header>
      <WaitingList session={session} send={send} />
      <ul className={clsx(styles.list)}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            context={{
              t,
              session,
              person,
              isMe: person.id === me,
              may,
              send,
              open: (dialog) => open(person, dialog),
            }}
          />
        ))}
      </ul>
      <BarredList session={session} send={send} />
      <RoomSwitches session={session} className={clsx(styles.foot)} />
      {dialog}
    </section>
  );
}
