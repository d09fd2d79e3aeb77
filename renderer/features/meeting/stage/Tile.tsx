import { clsx } from 'clsx';
import { Eye, MicOff, WifiOff } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Participant } from '#protocol/room.ts';

import { Avatar } from '../../../ui/Avatar.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { Video } from '../../../ui/Video.tsx';
import { SelfVideo } from '../../capture/SelfVideo.tsx';
import { HandMark } from '../../hands/HandMark.tsx';
import { TileReactions } from '../../reactions/TileReactions.tsx';
import styles from './Tile.module.css';
import { useSeen } from './useSeen.ts';

interface TileProps {
  readonly participant: Participant;
  readonly isMe: boolean;
  /** Who sends nothing is not muted: they watch. */
  readonly isViewer: boolean;
  /** Their place in the order of raised hands; null while theirs is down. */
  readonly hand: number | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One person on the stage: picture or initials, name, and what there is to know about them. */
export const Tile = memo(function Tile({ participant, isMe, isViewer, hand, x, y, width, height }: TileProps) {
  const { t } = useTranslation();
  const { name, principal, media } = participant;
  const { video, speaking, lost, connecting } = useSeen(participant, isMe);
  const Picture = isMe ? SelfVideo : Video;
  return (
    <div
      role="group"
      aria-label={name}
      className={clsx(styles.tile, speaking && styles.speaking, lost && styles.lost)}
      style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
    >
      {video ? (
        <Picture stream={video} className={clsx(styles.video)} />
      ) : (
        <div className={clsx(styles.none)}>
          <Avatar fill name={name} identity={principal} />
        </div>
      )}
      <div aria-hidden="true" className={clsx(styles.ring)} />
      {hand === null ? null : <HandMark floating place={hand} />}
      <TileReactions participant={participant.id} />
      <p className={clsx(styles.label)}>
        {connecting ? (
          <Mark label={t('meeting.videoConnecting')}>
            <Spinner />
          </Mark>
        ) : null}
        {lost ? (
          <Mark label={t('meeting.reconnecting')} className={clsx(styles.caution)}>
            <WifiOff size={14} />
          </Mark>
        ) : null}
        {isViewer ? (
          <Mark label={t('meeting.roles.viewer')}>
            <Eye size={14} />
          </Mark>
        ) : null}
        {media.microphone || isViewer ? null : (
          <Mark label={t('meeting.muted')}>
            <MicOff size={14} />
          </Mark>
        )}
        <span dir="auto" className={clsx(styles.name)}>
          {isMe ? t('meeting.you', { name }) : name}
        </span>
      </p>
    </div>
  );
});
