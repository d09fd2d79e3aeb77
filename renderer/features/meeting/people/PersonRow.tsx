import { clsx } from 'clsx';
import { MicOff, Pencil, UserRoundX, VideoOff, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Participant } from '#protocol/room.ts';

import { Avatar } from '../../../ui/Avatar.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import styles from './PeoplePanel.module.css';

interface PersonRowProps {
  readonly person: Participant;
  readonly isMe: boolean;
  /** Null where I may not remove them. */
  readonly onRemove: (() => void) | null;
  readonly onRename: () => void;
}

/** One person in the list. */
export function PersonRow({ person, isMe, onRemove, onRename }: PersonRowProps) {
  const { t } = useTranslation();
  const { name, principal, role, media, connection } = person;
  return (
    <li className={clsx(styles.person)}>
      <Avatar name={name} identity={principal} />
      <div className={clsx(styles.words)}>
        <p dir="auto" title={name} className={clsx(styles.name)}>
          {isMe ? t('meeting.you', { name }) : name}
        </p>
        {role === 'host' ? <p className={clsx(styles.role)}>{t('meeting.roles.host')}</p> : null}
      </div>
      <div className={clsx(styles.marks)}>
        {connection === 'lost' ? (
          <Mark label={t('meeting.reconnecting')} className={clsx(styles.caution)}>
            <WifiOff size={16} />
          </Mark>
        ) : null}
        {media.microphone ? null : (
          <Mark label={t('meeting.muted')}>
            <MicOff size={16} />
          </Mark>
        )}
        {media.camera ? null : (
          <Mark label={t('meeting.videoOff')}>
            <VideoOff size={16} />
          </Mark>
        )}
      </div>
      {isMe ? (
        <IconButton label={t('meeting.rename')} onPress={onRename}>
          <Pencil size={16} />
        </IconButton>
      ) : null}
      {onRemove ? (
        <IconButton danger label={t('meeting.removeName', { name })} onPress={onRemove}>
          <UserRoundX size={18} />
        </IconButton>
      ) : null}
    </li>
  );
}
