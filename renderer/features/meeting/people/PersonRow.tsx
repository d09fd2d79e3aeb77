import { clsx } from 'clsx';
import { MicOff, UserRoundX, VideoOff, WifiOff } from 'lucide-react';

import { permissionsIn } from '#meeting/room/selectors.ts';

import { RemoveDialog } from '../../removing/RemoveDialog.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { sayRole } from '../../../words/sayRole.ts';
import styles from './PeoplePanel.module.css';
import type { PersonContext } from './personActions.ts';
import { PersonMenu } from './PersonMenu.tsx';

/** One person in the list: who they are, what they have on, and what may be done about them. */
export function PersonRow({ context }: { readonly context: PersonContext }) {
  const { t, person, isMe, may, open } = context;
  const { name, principal, role } = person;
  return (
    <li className={clsx(styles.person)}>
      <Avatar name={name} identity={principal} />
      <div className={clsx(styles.words)}>
        <p dir="auto" title={name} className={clsx(styles.name)}>
          {isMe ? t('meeting.you', { name }) : name}
        </p>
        {role === 'guest' ? null : <p className={clsx(styles.role)}>{sayRole(t, role)}</p>}
      </div>
      <Marks context={context} />
      <div className={clsx(styles.actions)}>
        {may('removeOthers') && !isMe ? (
          <IconButton danger label={t('meeting.removeName', { name })} onPress={() => open(RemoveDialog)}>
            <UserRoundX size={18} />
          </IconButton>
        ) : null}
        <PersonMenu context={context} />
      </div>
    </li>
  );
}

function Marks({ context: { t, person, session } }: { readonly context: PersonContext }) {
  const { media, role, connection } = person;
  const held = permissionsIn(session.room, role);
  return (
    <div className={clsx(styles.marks)}>
      {connection === 'lost' ? (
        <Mark label={t('meeting.reconnecting')} className={clsx(styles.caution)}>
          <WifiOff size={16} />
        </Mark>
      ) : null}
      {media.microphone || !held.includes('publishAudio') ? null : (
        <Mark label={t('meeting.muted')}>
          <MicOff size={16} />
        </Mark>
      )}
      {media.camera || !held.includes('publishVideo') ? null : (
        <Mark label={t('meeting.videoOff')}>
          <VideoOff size={16} />
        </Mark>
      )}
    </div>
  );
}
