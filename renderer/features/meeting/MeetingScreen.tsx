import { clsx } from 'clsx';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionIn } from '#protocol/session.ts';

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
  useRoomNews(session);
  useShow(showPanel);
  useMeetingShortcuts({
    onPeople: () => setShowsPeople((shown) => !shown),
    onSheet: () => setShowsSheet(true),
  });
  const closePeople = (): void => {
    setShowsPeople(false);
    peopleButton.current?.focus();
  };
  return (
    <main className={clsx(styles.screen)} aria-label={t('meeting.title', { room: session.room.id })}>
      <MeetingHeader session={session} onSheet={() => setShowsSheet(true)} />
      <MeetingBanners session={session} className={clsx(styles.banners)} />
      <div className={clsx(styles.body)}>
        <Stage session={session}>
          <ControlBar
            session={session}
            showsPeople={showsPeople}
            onPeople={() => setShowsPeople(!showsPeople)}
            peopleButton={peopleButton}
          />
        </Stage>
        {showsPeople ? <PeoplePanel session={session} onClose={closePeople} /> : null}
      </div>
      {showsSheet ? <ShortcutSheet onClose={() => setShowsSheet(false)} /> : null}
    </main>
  );
}
