import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { OverflowRow, type RowItem } from '../../../ui/OverflowRow.tsx';
import { useSize } from '../../../ui/useSize.ts';
import { CaptureControl } from '../../capture/CaptureControl.tsx';
import type { Hand } from '../../hands/useHand.ts';
import { useHandItem } from '../../hands/useHandItem.tsx';
import { LeavingControls } from '../../leaving/LeavingControls.tsx';
import { useReactionItem } from '../../reactions/useReactionItem.tsx';
import type { SidePanels } from '../sidePanel/useSidePanels.ts';
import { useRecordItem } from '../../recording/useRecordItem.tsx';
import { useShareItem } from '../../sharing/useShareItem.tsx';
import styles from './ControlBar.module.css';
import { useChatItem } from './useChatItem.tsx';
import { useInviteItem } from './useInviteItem.tsx';
import { usePeopleItem } from './usePeopleItem.tsx';

export interface ControlBarProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  readonly hand: Hand;
  readonly panels: SidePanels;
}

/** What the pill takes beside its row: its padding, left and right. */
const PADDING = 12;

/**
 * The pill that floats over the stage: what I send, how I take part, who is here, what is said, and, apart at the end, the
 * ways out. What does not fit goes into a menu, the lowest rank first; microphone, camera and the ways out always stand
 * there.
 */
export function ControlBar({ session, hand, panels }: ControlBarProps) {
  const { t } = useTranslation();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const record = useRecordItem(styles.round);
  const share = useShareItem(session, styles.round);
  const items: readonly RowItem[] = [
    { id: 'microphone', node: <CaptureControl kind="microphone" /> },
    { id: 'camera', node: <CaptureControl kind="camera" /> },
    ...share.items,
    useHandItem(hand, styles.round),
    useReactionItem(styles.round),
    ...record.items,
    usePeopleItem({ session, ...panels.item('people') }),
    useChatItem(panels.item('chat')),
    useInviteItem(),
  ];
  return (
    <div ref={ref} className={clsx(styles.place)}>
      <section data-region tabIndex={-1} aria-label={t('meeting.controls')} className={clsx(styles.bar)}>
        <OverflowRow
          items={items}
          width={Math.max(0, width - PADDING)}
          moreLabel={t('meeting.more')}
          moreClassName={styles.round}
          more={panels.moreButton}
          end={
            <div className={clsx(styles.apart)}>
              <LeavingControls session={session} />
            </div>
          }
        />
      </section>
      {record.dialog}
      {share.picker}
    </div>
  );
}
