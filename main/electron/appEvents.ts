import { app, type BrowserWindow, nativeTheme } from 'electron';

import type { Parley } from '../parley.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import { watchPower } from './power.ts';
import { watchPlace, watchScreens } from './window.ts';

/** Milliseconds for Electron to quit in good order before it is made to. */
const QUIT_MS = 2_000;

/** What happens to the app and its window goes to the app's logic. */
export function watchApp(parley: Parley, window: BrowserWindow, settings: SettingsFile): void {
  const { closing, quitting, store } = parley;
  window.on('close', (event) => {
    if (!closing.requested()) event.preventDefault();
  });
  app.on('before-quit', (event) => {
    if (!quitting.requested()) event.preventDefault();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', () => {
    if (!window.isDestroyed()) window.show();
  });

  // Nobody is there to be asked: the leave is said all the same.
  const goNow = (): void => quitting.withoutAsking();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) takeSignal(signal, goNow);
  window.on('session-end', goNow);
  watchPower(parley.sleep, goNow);

  const look = (): void => {
    if (!window.isDestroyed()) store.patch({ unseen: window.isMinimized() || !window.isVisible() });
  };
  window.on('minimize', look);
  window.on('restore', look);
  window.on('hide', look);
  window.on('show', look);

  watchScreens(window);
  watchPlace(window, (place) => settings.write({ window: place }));
  store.onChange((snapshot, before) => {
    if (snapshot.settings.theme !== before.settings.theme) nativeTheme.themeSource = snapshot.settings.theme;
  });
}

/**
 * Electron makes a quit of these signals, by a handler of its own under Node's, and a quit would ask. Node puts its
 * handler there again only for the first listener, so the others are taken off first and put back behind.
 */
function takeSignal(signal: 'SIGTERM' | 'SIGINT' | 'SIGHUP', listener: () => void): void {
  const others = process.listeners(signal);
  process.removeAllListeners(signal);
  for (const each of [listener, ...others]) process.on(signal, each);
}

/** Past all questions: the window goes without being asked, then the app. */
export function exit(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.destroy();
  setTimeout(() => app.exit(0), QUIT_MS).unref();
  app.quit();
}
