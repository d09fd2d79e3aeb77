import { MicOff, UserRoundX, VideoOff, WifiOff } from 'lucide-react';

import { placeOfHand } from '#meeting/room/hands.ts';
import { permissionsIn } from '#meeting/room/selectors.ts';

import { IconButton } from '../../../ui/IconButton.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { sayRole } from '../../../words/sayRole.ts';
import { HandMark } from '../../hands/HandMark.tsx';
import { QualityMark } from '../../quality/QualityMark.tsx';
import { RemoveDialog } from '../../removing/RemoveDialog.tsx';
import { useSeen } from '../stage/useSeen.ts';
import type { PersonContext } from './personActions.ts';
import { PersonFace, PersonLine } from './PersonLine.tsx';
import styles from './PersonLine.module.css';
import { PersonMenu } from './PersonMenu.tsx';

/** One person in the list: who they are, what they have on, and what may be done about them. */
export function PersonRow({ context }: { readonly context: PersonContext }) {
  const { t, person, isMe, may, open } = context;
  const { name, principal, role } = person;
  return (
    <PersonLine
      name={name}
      identity={principal}
      shownName={isMe ? t('meeting.you', { name }) : name}
      detail={role === 'guest' ? null : sayRole(t, role)}
      face={<HeardFace person={person} isMe={isMe} />}
      marks={<Marks context={context} />}
      actions={
        <>
          {may('removeOthers') && !isMe ? (
            <IconButton danger label={t('meeting.removeName', { name })} onPress={() => open(RemoveDialog)}>
              <UserRoundX size={18} />
            </IconButton>
          ) : null}
          <PersonMenu context={context} />
        </>
      }
    />
  );
}

/** Drawn by itself: people speak far more often than anything else of their row changes. */
function HeardFace({ person, isMe }: Pick<PersonContext, 'person' | 'isMe'>) {
  const { speaking } = useSeen(person, isMe);
  return <PersonFace name={person.name} identity={person.principal} isSpeaking={speaking} />;
}

function Marks({ context: { t, person, session } }: { readonly context: PersonContext }) {
  const { media, role, connection } = person;
  const held = permissionsIn(session.room, role);
  const place = placeOfHand(session.room, person.id);
  return (
    <>
      {place === null ? null : <HandMark place={place} />}
      <QualityMark participant={person.id} size={16} />
      {connection === 'lost' ? (
        <Mark label={t('meeting.reconnecting')} className={styles.caution}>
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
    </>
  );
}
