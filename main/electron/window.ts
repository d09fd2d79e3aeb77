import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';

import { PAGE_ORIGIN } from '../ipc/sender.ts';
import type { StoredWindow } from '../settings/stored.ts';
import { placeWindow } from './windowPlace.ts';

/** Grounds of the page (renderer/ui/tokens.css), so that nothing flashes before the first paint. */
export const GROUND = { light: '#FAFAF9', dark: '#0C0A09' } as const;

/** Names of a meeting's people stay out of the title; the page does not change it. */
const TITLE = 'Parley';

/** The one window: sandboxed, isolated, without Node, showing our own page and nothing else. */
export function createWindow(files: { readonly preload: string; readonly icon: string }): BrowserWindow {
  const options: BrowserWindowConstructorOptions = {
    title: TITLE,
    icon: files.icon,
    width: 1180,
    height: 760,
    minWidth: 480,
    minHeight: 420,
    show: false,
    autoHideMenuBar: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      enableWebSQL: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      // Voices start when people come, not when somebody clicks.
      autoplayPolicy: 'no-user-gesture-required',
      // A meeting goes on in the tray.
      backgroundThrottling: false,
    },
  };
  const window = new BrowserWindow(options);
  window.setMenuBarVisibility(false);
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

/** Puts the window where it was, if that is still on a screen. Before it is shown. */
export function restorePlace(window: BrowserWindow, stored: StoredWindow | null): void {
  const place = placeWindow(
    stored,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  if (place === null) return;
  window.setBounds(place);
  if (stored?.maximized === true) window.maximize();
}

/** Brings the window back where the screen that it was on is taken away while it is open. */
export function watchScreens(window: BrowserWindow): void {
  const bringBack = (): void => {
    if (window.isDestroyed() || window.isMaximized() || window.isFullScreen()) return;
    const bounds = window.getNormalBounds();
    const place = placeWindow(
      { ...bounds, maximized: false },
      screen.getAllDisplays().map(({ workArea }) => workArea),
    );
    if (place !== null && (place.x !== bounds.x || place.y !== bounds.y)) window.setBounds(place);
  };
  screen.on('display-removed', bringBack);
  screen.on('display-metrics-changed', bringBack);
  window.on('closed', () => {
    screen.off('display-removed', bringBack);
    screen.off('display-metrics-changed', bringBack);
  });
}

/** Tells the place whenever it has changed and come to rest. */
export function watchPlace(window: BrowserWindow, keep: (place: StoredWindow) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    if (window.isDestroyed()) return;
    keep({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, 500);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', () => {
    clearTimeout(timer);
    tell();
  });
}

export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;
