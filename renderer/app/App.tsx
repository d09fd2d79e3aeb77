import { clsx } from 'clsx';

import { useMaybeSnapshot, useMedia, useSnapshot } from '../bridge/parley.ts';
import { useDeviceNews } from '../features/capture/useDeviceNews.ts';
import { SettingsDoor } from '../features/settings/SettingsDoor.tsx';
import { usePart } from '../ui/part.ts';
import { Announcements } from './Announcements.tsx';
import styles from './App.module.css';
import { dialogsPart, meetingPart } from './parts.ts';
import { Screen, screenOf } from './Screen.tsx';
import { Starting } from './Starting.tsx';
import { useDrawn } from './useDrawn.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useScreenFocus } from './useScreenFocus.ts';
import { useAppearance } from './useAppearance.ts';
import { useTitle } from './useTitle.ts';

/** The page: the screen that belongs to the session's phase, main's question above it, and what there is to hear. */
export function App() {
  const snapshot = useMaybeSnapshot();
  return (
    <>
      {snapshot ? <Shown /> : <Starting />}
      <Announcements />
    </>
  );
}

function Shown() {
  const { session, prompt, settings } = useSnapshot();
  useAppearance(settings);
  useTitle(session);
  useKeptFocus();
  useDrawn();
  const isNamed = settings.displayName !== '';
  const isHolding = useMedia(({ holding }) => holding);
  const screen = screenOf(session, isNamed, isHolding);
  const wantsMeeting = screen === 'preview' || screen === 'meeting';
  const meeting = usePart(meetingPart, wantsMeeting);
  const dialogs = usePart(dialogsPart, prompt !== null || session.phase === 'over');
  const ref = useScreenFocus(screen, meeting !== null || !wantsMeeting);
  useDeviceNews();
  return (
    <>
      <SettingsDoor screen={screen}>
        <div ref={ref} className={clsx(styles.screen)}>
          <Screen session={session} isHolding={isHolding} isNamed={isNamed} meeting={meeting} dialogs={dialogs} />
        </div>
      </SettingsDoor>
      {meeting && wantsMeeting ? <meeting.MiniWindow /> : null}
      {dialogs && prompt ? <dialogs.PromptDialog key={prompt.id} prompt={prompt} /> : null}
    </>
  );
}
