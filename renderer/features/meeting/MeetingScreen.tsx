import { clsx } from 'clsx';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

import { useHand } from '../hands/useHand.ts';
import { CornerReactions } from '../reactions/CornerReactions.tsx';
import { ReactionContext } from '../reactions/reactionBoard.ts';
import { useReactionNews } from '../reactions/useReactionNews.ts';
import { ControlBar } from './controls/ControlBar.tsx';
import { MeetingBanners } from './banners/MeetingBanners.tsx';
import { MeetingHeader } from './MeetingHeader.tsx';
import styles from './MeetingScreen.module.css';
import { PeoplePanel } from './people/PeoplePanel.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { Stage } from './stage/Stage.tsx';
import { useMeetingShortcuts } from './useMeetingShortcuts.ts';
import { useRoomNews } from './useRoomNews.ts';
import { useShow } from './useShow.ts';

/** The meeting: everybody on the stage, the controls on it, people beside it. Taking it off the page leaves. */
export function MeetingScreen({ session }: { readonly session: SessionIn<'joined' | 'reconnecting'> }) {
  const { t } = useTranslation();
  const [showsPeople, setShowsPeople] = useState(false);
  const [showsSheet, setShowsSheet] = useState(false);
  const showPanel = useCallback(() => setShowsPeople(true), []);
  const peopleButton = useRef<HTMLButtonElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);
  const hand = useHand(session);
  const reactions = useReactionNews(session.me);
  useRoomNews(session);
  useShow(showPanel);
  useMeetingShortcuts({
    onHand: hand.toggle,
    onPeople: () => setShowsPeople((shown) => !shown),
    onSheet: () => setShowsSheet(true),
  });
  const closePeople = (): void => {
    setShowsPeople(false);
    (peopleButton.current ?? moreButton.current)?.focus();
  };
  return (
    <main className={clsx(styles.screen)} aria-label={t('meeting.title', { room: session.room.id })}>
      <MeetingHeader session={session} onSheet={() => setShowsSheet(true)} />
      <MeetingBanners session={session} className={clsx(styles.banners)} />
      <div className={clsx(styles.body)}>
        <ReactionContext value={reactions}>
          <Stage session={session}>
            <CornerReactions />
            <ControlBar
              session={session}
              hand={hand}
              showsPeople={showsPeople}
              onPeople={() => setShowsPeople(!showsPeople)}
              peopleButton={peopleButton}
              moreButton={moreButton}
            />
          </Stage>
        </ReactionContext>
        {showsPeople ? <PeoplePanel session={session} onClose={closePeople} /> : null}
      </div>
      {showsSheet ? <ShortcutSheet onClose={() => setShowsSheet(false)} /> : null}
    </main>
  );
}
