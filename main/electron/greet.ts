import { app, type BrowserWindow } from 'electron';

import { resolveLanguage } from '#languages/resolve.ts';

import type { Dispatch } from '../ipc/dispatch.ts';
import { createGreeting, type Greeting } from '../ipc/greeting.ts';
import { asStored } from '../settings/asStored.ts';
import { firstSnapshot } from '../snapshot/firstSnapshot.ts';
import { startsHidden } from './autostart.ts';
import { createVault } from './vault.ts';
import { restorePlace } from './window.ts';
import { windowPort } from './windowPort.ts';

/** The page at work, without the rest of main. */
export interface Greeted extends Greeting {
  /** The window has its place. */
  readonly isPlaced: boolean;
  /** It is shown as soon as it can be, and the page will say that its first picture is on the screen. */
  readonly isShowing: boolean;
}

/** The first half of the start: what the first picture needs of the settings, and nothing that takes time. */
export function greet(given: {
  readonly window: BrowserWindow;
  readonly rest: Promise<Dispatch>;
  /** Settles when the window can be shown. */
  readonly ready: Promise<void>;
  readonly onDrawn: () => void;
}): Greeted {
  const { window, ready } = given;
  const stored = asStored(app.getPath('userData'), app.getVersion());
  const first =
    stored &&
    firstSnapshot({
      stored,
      vault: createVault(),
      language: resolveLanguage(stored.language, app.getPreferredSystemLanguages()),
      version: app.getVersion(),
      platform: process.platform,
    });
  const isPlaced = stored !== null;
  if (isPlaced) restorePlace(window, stored.window);
  const isShowing = first !== null && !startsHidden();
  if (isShowing) void ready.then(() => windowPort(window).show());
  return Object.assign(createGreeting({ ...given, first }), { isPlaced, isShowing });
}
