import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { everyone, participantOf } from '#meeting/room/selectors.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import { RemoveDialog } from '../../removing/RemoveDialog.tsx';
import { useMeeting } from '../useMeeting.ts';
import styles from './PeoplePanel.module.css';
import { PersonRow } from './PersonRow.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { RoomSwitches } from './RoomSwitches.tsx';

interface PeoplePanelProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly onClose: () => void;
}

/** Everybody by name, with their role and marks, and what may be done about them. */
export function PeoplePanel({ session, onClose }: PeoplePanelProps) {
  const { t } = useTranslation();
  const { may } = useMeeting();
  const [removing, setRemoving] = useState<Participant | null>(null);
  const [renaming, setRenaming] = useState(false);
  const stopRemoving = useCallback(() => setRemoving(null), []);
  const { room, me } = session;
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
      <ul className={clsx(styles.list)}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isMe={person.id === me}
            onRemove={may('removeOthers') && person.id !== me ? () => setRemoving(person) : null}
            onRename={() => setRenaming(true)}
          />
        ))}
      </ul>
      <RoomSwitches session={session} className={clsx(styles.foot)} />
      {removing ? (
        <RemoveDialog
          participant={removing}
          present={participantOf(room, removing.id) !== null}
          onClose={stopRemoving}
        />
      ) : null}
      {renaming ? <RenameDialog name={participantOf(room, me)?.name ?? ''} onClose={() => setRenaming(false)} /> : null}
    </section>
  );
}
