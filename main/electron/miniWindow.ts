import { isDeepStrictEqual } from 'node:util';

import { type BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle, screen } from 'electron';

import { MINI_FRAME, MINI_URL } from '#protocol/ipc/miniFrame.ts';

import type { StoredWindow } from '../settings/stored.ts';
import { GROUND, watchPlace, watchScreens } from './window.ts';
import { cornerPlace, placeWindow } from './windowPlace.ts';

/** Small enough to be out of the way, large enough for a face and four buttons. */
const SIZE = { width: 304, height: 228 } as const;
const SMALLEST = { minWidth: 228, minHeight: 172 } as const;

/** How long a window is new, in ms. */
const NEW_MS = 1_000;
/** A window manager that insists has its way. */
const MOST_TRIES = 5;

interface MiniRules {
  /** Whether the page may have it now. */
  readonly isWanted: () => boolean;
  readonly place: () => StoredWindow | null;
  readonly keep: (place: StoredWindow) => void;
  /** The person closed it. */
  readonly onClosed: () => void;
}

/** The small window of the main one: opened by its page, in its page's process, and by nothing else. */
export interface MiniFrame {
  /** It goes, whatever the page does. */
  close(): void;
}

/**
 * Lets the page open exactly one window more: empty, by the agreed name, while it is wanted. It gets no bridge, shows no
 * other document, and is refused by every guard that asks for our window, because it is not that.
 */
export function allowMiniWindow(window: BrowserWindow, rules: MiniRules): MiniFrame {
  const contents = window.webContents;
  let open: BrowserWindow | null = null;

  contents.setWindowOpenHandler(({ url, frameName }) => {
    const isMini = url === MINI_URL && frameName === MINI_FRAME;
    if (!isMini || open !== null || !rules.isWanted()) return { action: 'deny' };
    return { action: 'allow', overrideBrowserWindowOptions: optionsOf(placeOf(rules.place())) };
  });
  const close = (): void => {
    const closing = open;
    open = null;
    if (closing !== null && !closing.isDestroyed()) closing.destroy();
  };
  contents.on('did-create-window', (child) => {
    open = child;
    harden(child);
    watchScreens(child);
    // By the person, or by the page that does not need it any more; main's own close is not heard here.
    child.on('closed', () => {
      if (open !== child) return;
      open = null;
      if (rules.isWanted()) rules.onClosed();
    });
    child.showInactive();
    const place = placeOf(rules.place());
    putAt(child, place, () => {
      watchPlace(child, rules.keep);
      const bounds = child.getBounds();
      if (!isDeepStrictEqual(bounds, place)) rules.keep({ ...bounds, maximized: false });
    });
    // X11 takes these from a window only once it is there.
    child.setAlwaysOnTop(true, 'floating');
    child.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  });
  // A new document, or none, knows nothing of a window that the old one opened.
  contents.on('did-navigate', close);
  contents.on('render-process-gone', close);
  window.on('closed', close);
  return { close };
}

/**
 * Some window managers put a new window where they like, in a step of their own after they were asked for a place. What
 * they do to it while it is new is undone, and is not taken for the person's wish.
 */
function putAt(child: BrowserWindow, place: Rectangle, onSettled: () => void): void {
  let tries = MOST_TRIES;
  const back = (): void => {
    if (tries === 0 || isDeepStrictEqual(child.getBounds(), place)) return;
    tries -= 1;
    child.setBounds(place);
  };
  const settled = setTimeout(() => {
    child.off('move', back);
    child.off('resize', back);
    onSettled();
  }, NEW_MS);
  child.once('closed', () => clearTimeout(settled));
  child.on('move', back);
  child.on('resize', back);
  child.setBounds(place);
}

function harden(child: BrowserWindow): void {
  child.setMenu(null);
  child.webContents.on('will-navigate', (event) => event.preventDefault());
  child.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function optionsOf(place: Rectangle): BrowserWindowConstructorOptions {
  return {
    ...place,
    ...SMALLEST,
    show: false,
    frame: false,
    skipTaskbar: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    backgroundColor: GROUND.dark,
    // All else it has from the main window: sandbox, isolation, no Node.
    webPreferences: { preload: '', sandbox: true, contextIsolation: true, nodeIntegration: false },
  };
}

/** Where it was; the first time, and where that is nowhere any more, in the corner where it is in nobody's way. */
function placeOf(stored: StoredWindow | null): Rectangle {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  return placeWindow(stored, screens) ?? cornerPlace(SIZE, screen.getPrimaryDisplay().workArea);
}
