import { clsx } from 'clsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useChatNews } from '../chat/useChatNews.ts';
import { useHand } from '../hands/useHand.ts';
import { CornerReactions } from '../reactions/CornerReactions.tsx';
import { ReactionContext } from '../reactions/reactionBoard.ts';
import { useReactionNews } from '../reactions/useReactionNews.ts';
import { ControlBar } from './controls/ControlBar.tsx';
import { MeetingBanners } from './banners/MeetingBanners.tsx';
import { MeetingHeader } from './MeetingHeader.tsx';
import styles from './MeetingScreen.module.css';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SidePanels } from './sidePanel/SidePanels.tsx';
import { useSidePanels } from './sidePanel/useSidePanels.ts';
import { Stage } from './stage/Stage.tsx';
import { useMeetingShortcuts } from './useMeetingShortcuts.ts';
import { useRoomNews } from './useRoomNews.ts';
import { useShareNews } from '../sharing/useShareNews.ts';
import { useShow } from './useShow.ts';

/** The meeting: everybody on the stage, the controls on it, people and chat beside it. Taking it off the page leaves. */
export function MeetingScreen({ session }: { readonly session: SessionIn<'joined' | 'reconnecting'> }) {
  const { t } = useTranslation();
  const [showsSheet, setShowsSheet] = useState(false);
  const panels = useSidePanels();
  const hand = useHand(session);
  const reactions = useReactionNews(session.me);
  useRoomNews(session);
  useChatNews(session, panels.shows('chat'));
  useShareNews(session);
  useShow(panels.open);
  useMeetingShortcuts({
    onHand: hand.toggle,
    onPeople: () => panels.toggle('people'),
    onChat: () => panels.toggle('chat'),
    onSheet: () => setShowsSheet(true),
  });
  return (
    <main className={clsx(styles.screen)} aria-label={t('meeting.title', { room: session.room.id })}>
      <MeetingHeader session={session} onSheet={() => setShowsSheet(true)} />
      <MeetingBanners session={session} className={clsx(styles.banners)} />
      <div className={clsx(styles.body)}>
        <ReactionContext value={reactions}>
          <Stage session={session}>
            <CornerReactions />
            <ControlBar session={session} hand={hand} panels={panels} />
          </Stage>
        </ReactionContext>
        <SidePanels session={session} panels={panels} />
      </div>
      {showsSheet ? <ShortcutSheet onClose={() => setShowsSheet(false)} /> : null}
    </main>
  );
}
