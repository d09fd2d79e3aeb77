import { clsx } from 'clsx';
import { Eye, MicOff, WifiOff } from 'lucide-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Avatar } from '../../../ui/Avatar.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { Video } from '../../../ui/Video.tsx';
import { SelfVideo } from '../../capture/SelfVideo.tsx';
import { HandMark } from '../../hands/HandMark.tsx';
import { QualityMark } from '../../quality/QualityMark.tsx';
import { TileReactions } from '../../reactions/TileReactions.tsx';
import type { StageItem } from './items.ts';
import { ScreenTile } from './ScreenTile.tsx';
import styles from './Tile.module.css';
import { TileButton, type TileProps, ViewMarks } from './tileParts.tsx';
import { useFlip } from './useFlip.ts';
import { useSeen } from './useSeen.ts';

/** One person, or the screen that they share, on the stage. */
export const Tile = memo(function Tile(props: TileProps) {
  return props.item.kind === 'screen' ? <ScreenTile {...props} /> : <PersonTile {...props} />;
}, isSame);

/** Boxes and items are made anew with each look at the room; what they say is what counts. */
function isSame(a: TileProps, b: TileProps): boolean {
  return (
    a.item.participant === b.item.participant &&
    a.item.kind === b.item.kind &&
    a.box.x === b.box.x &&
    a.box.y === b.box.y &&
    a.box.width === b.box.width &&
    a.box.height === b.box.height &&
    a.area === b.area &&
    a.isInCrowd === b.isInCrowd &&
    a.isViewer === b.isViewer &&
    a.hand === b.hand &&
    a.isPinned === b.isPinned &&
    a.isSpotlit === b.isSpotlit &&
    a.isStop === b.isStop
  );
}

/** Where somebody is. What is seen of them is drawn apart: who comes or goes moves all tiles, and changes nothing in them. */
function PersonTile({ item, box, area, ...shown }: TileProps) {
  const ref = useRef<HTMLDivElement>(null);
  useFlip(ref, { box, area, isInCrowd: shown.isInCrowd });
  return (
    <div
      ref={ref}
      role="group"
      aria-label={item.participant.name}
      data-tile={item.key}
      className={clsx(styles.tile)}
      style={{ width: box.width, height: box.height, transform: `translate(${box.x}px, ${box.y}px)` }}
    >
      <Person participant={item.participant} isMe={item.isMe} {...shown} />
    </div>
  );
}

type PersonProps = Omit<TileProps, 'item' | 'box' | 'area'> & Pick<StageItem, 'participant' | 'isMe'>;

/** Picture or initials, name, and what there is to know about them. */
const Person = memo(function Person(props: PersonProps) {
  const { participant, isMe, isInCrowd, isViewer, hand, isPinned, isSpotlit, isStop } = props;
  const { t } = useTranslation();
  const { name, principal, media } = participant;
  const { video, speaking, lost, connecting } = useSeen(participant, isMe);
  const Picture = isMe ? SelfVideo : Video;
  return (
    <div className={clsx(styles.person, speaking && styles.speaking, lost && styles.lost)}>
      {video ? (
        <Picture stream={video} className={clsx(styles.video)} />
      ) : (
        <div className={clsx(styles.none)}>
          <Avatar fill name={name} identity={principal} />
        </div>
      )}
      <div aria-hidden="true" className={clsx(isInCrowd ? styles.edge : styles.ring)} />
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
        {lost ? null : <QualityMark quiet participant={participant.id} size={14} />}
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
        <ViewMarks isPinned={isPinned} isSpotlit={isSpotlit} />
        <span dir="auto" className={clsx(styles.name)}>
          {isMe ? t('meeting.you', { name }) : name}
        </span>
      </p>
      <TileButton label={t('stage.options', { name })} isStop={isStop} />
    </div>
  );
});
