import { clsx } from 'clsx';

import { useMaybeSnapshot, useSnapshot } from '../bridge/parley.ts';
import { useDeviceNews } from '../features/capture/useDeviceNews.ts';
import { MiniWindow } from '../features/mini/MiniWindow.tsx';
import { PromptDialog } from '../features/prompts/PromptDialog.tsx';
import { SettingsDoor } from '../features/settings/SettingsDoor.tsx';
import { Announcements } from './Announcements.tsx';
import styles from './App.module.css';
import { Screen, screenOf } from './Screen.tsx';
import { Starting } from './Starting.tsx';
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
  const isNamed = settings.displayName !== '';
  const screen = screenOf(session, isNamed);
  const ref = useScreenFocus(screen);
  useDeviceNews();
  return (
    <>
      <SettingsDoor screen={screen}>
        <div ref={ref} className={clsx(styles.screen)}>
          <Screen session={session} isNamed={isNamed} />
        </div>
      </SettingsDoor>
      <MiniWindow />
      {prompt ? <PromptDialog key={prompt.id} prompt={prompt} /> : null}
    </>
  );
}
