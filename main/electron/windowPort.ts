import type { BrowserWindow } from 'electron';

import type { PagePort, WindowPort } from '../ports.ts';
import { push } from '../ipc/router.ts';
import type { PageWatch } from '../session/pageWatch.ts';
import { PAGE_URL } from './window.ts';

/** The window as the app's logic knows it. */
export function windowPort(window: BrowserWindow): WindowPort {
  return {
    get visible() {
      return !window.isDestroyed() && window.isVisible() && !window.isMinimized();
    },
    show() {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide() {
      if (!window.isDestroyed()) window.hide();
    },
    minimize() {
      if (!window.isDestroyed()) window.minimize();
    },
  };
}

/** The page as the app's logic knows it, and its process watched. */
export function pagePort(window: BrowserWindow): PagePort & { watch(watch: PageWatch): void } {
  const contents = window.webContents;
  /** Ended by us: its end is no crash. */
  let ending = false;

  const load = (): void => {
    if (!window.isDestroyed()) void window.loadURL(PAGE_URL).catch(() => undefined);
  };
  return {
    grantGesture() {
      if (!window.isDestroyed()) void contents.executeJavaScript('undefined', true).catch(() => undefined);
    },
    push: (channel, payload) => {
      if (!window.isDestroyed()) push(contents, channel, payload);
    },
    restart() {
      if (window.isDestroyed()) return;
      if (contents.isCrashed()) {
        load();
        return;
      }
      ending = true;
      contents.forcefullyCrashRenderer();
    },
    watch(watch) {
      // When the new document is there, not when it is asked for: what is refused to navigate stays as it is.
      contents.on('did-navigate', () => watch.reloading());
      contents.on('render-process-gone', (_event, { reason }) => {
        if (ending) {
          ending = false;
          watch.reloading();
          load();
        } else if (!window.isDestroyed()) watch.crashed(reason);
      });
      contents.on('unresponsive', () => {
        // Somebody who debugs a page makes it wait.
        if (!contents.isDevToolsOpened()) watch.crashed('unresponsive');
      });
      window.on('closed', () => watch.closed());
      // Gone before anybody watched, which is where it goes when it can't even be started.
      if (contents.isCrashed()) watch.crashed('at the start');
    },
  };
}
