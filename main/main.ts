import { join, resolve } from 'node:path';

import { app, type BrowserWindow, dialog, Menu, nativeTheme, session, type WebContents } from 'electron';

import { Deferred } from '#client/deferred.ts';
import { outside } from '#languages/en/outside.ts';

import { declareAppScheme, serveAppScheme } from './electron/appScheme.ts';
import { receiveLinks } from './electron/deepLinks.ts';
import type { Greeted } from './electron/greet.ts';
import { hardenContents } from './electron/hardening.ts';
import { guardPermissions, type PermissionRules } from './electron/permissions.ts';
import { createWindow, PAGE_URL } from './electron/window.ts';
import type { Dispatch } from './ipc/dispatch.ts';
import { openRouter } from './ipc/router.ts';
import { chosenTheme } from './settings/firstLook.ts';

/** The folder of everything that was built: this file is out/main/main.cjs. */
const OUT = resolve(__dirname, '..');

const NOTHING: PermissionRules = { mayRequest: () => false, mayCheck: () => false, chosenScreen: () => null };

/** Up to here nothing waits for anything: whatever must be said before the app is ready is said. */
function begin(): void {
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  if (profile !== '') app.setPath('userData', resolve(profile));
  if (!app.requestSingleInstanceLock()) {
    // The first one has been told of this start, and of its link.
    app.exit(0);
    return;
  }
  // Ours comes with the rest, and Electron would make its own first, of everything. Not an empty one: a window that has
  // had none shows the bar of the first that it gets.
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: app.name }]));
  // What Windows knows notifications by; the packager gives the shortcut the same name.
  app.setAppUserModelId('org.example.parley');
  declareAppScheme();
  hardenContents();
  const links = receiveLinks();
  app
    .whenReady()
    .then(() => start(links))
    .catch(giveUp);
}

/** Milliseconds from the page's being loaded: one that has not been seen by then is covered, or broken. */
const DRAWN_MS = 1_500;

/**
 * Window and page first; then what the page's first picture needs; the rest of main once that is drawn. Whatever main
 * evaluates before, the page would wait for.
 */
async function start(links: ReturnType<typeof receiveLinks>): Promise<void> {
  const handed = serveAppScheme(join(OUT, 'renderer'));
  nativeTheme.themeSource = chosenTheme(app.getPath('userData'));
  const window = createWindow({
    preload: join(OUT, 'preload', 'preload.cjs'),
    icon: join(OUT, 'icons', 'app.png'),
  });
  const contents = window.webContents;
  const isOurWindow = (candidate: WebContents): boolean => candidate === contents;

  let rules = NOTHING;
  guardPermissions(session.defaultSession, isOurWindow, {
    mayRequest: (facts) => rules.mayRequest(facts),
    mayCheck: (facts) => rules.mayCheck(facts),
    chosenScreen: () => rules.chosenScreen(),
  });
  const ready = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => resolve());
  });
  const loaded = window.loadURL(PAGE_URL).catch(() => undefined);
  const drawn = new Deferred<void>();
  const onDrawn = (): void => drawn.resolve();
  contents.once('render-process-gone', onDrawn);
  void loaded.then(() => setTimeout(onDrawn, DRAWN_MS));

  const rest = new Deferred<Dispatch>();
  const loadGreeting = async (): Promise<Greeted> => {
    await Promise.race([handed, loaded]);
    await neverIfGone(window);
    const { greet } = await import('./electron/greet.ts');
    return greet({ window, rest: rest.promise, ready, onDrawn });
  };
  const loadRest = async (greeting: Promise<Greeted>) => {
    const greeted = await greeting;
    if (greeted.isShowing) await drawn.promise;
    await neverIfGone(window);
    const { run } = await import('./electron/run.ts');
    return run({ window, links, out: OUT, ready, greeted });
  };
  const greeting = loadGreeting();
  openRouter(
    isOurWindow,
    greeting.then(({ dispatch }) => dispatch),
  );
  const running = await loadRest(greeting);
  ({ rules } = running);
  rest.resolve(running.dispatch);
}

/** Quit before it began: the window is gone, and there is nothing left to start. */
async function neverIfGone(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) await new Promise(() => undefined);
}

/** A bug, or a broken installation: there is no app to say it in. */
async function giveUp(fault: unknown): Promise<void> {
  const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  process.stderr.write(`${outside.notStarted}: ${words}\n`);
  dialog.showErrorBox(await notStarted(), words);
  app.exit(1);
}

/** In the desktop's language, whatever the settings say: they may be what is broken. Where that is too, in English. */
async function notStarted(): Promise<string> {
  try {
    const { createSpeech } = await import('./language/speech.ts');
    const speech = createSpeech({ system: () => app.getPreferredSystemLanguages(), onFault: () => undefined });
    await speech.speak('system');
    return speech.t('outside.notStarted');
  } catch {
    return outside.notStarted;
  }
}

begin();
