import './shim.ts';

import { join, resolve } from 'node:path';

import { app, dialog, nativeTheme, session, type WebContents } from 'electron';

import { outside } from '#languages/en/outside.ts';

import { declareAppScheme, serveAppScheme } from './electron/appScheme.ts';
import { receiveLinks } from './electron/deepLinks.ts';
import { hardenContents } from './electron/hardening.ts';
import { guardPermissions, type PermissionRules } from './electron/permissions.ts';
import { createWindow, PAGE_URL } from './electron/window.ts';
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

/**
 * Window and page first. The rest of main is evaluated while the page does the same with its program: before the app is
 * ready Chromium would wait for it, and just after, the page would wait to be handed what it is made of.
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
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => resolve());
  });

  let rules = NOTHING;
  guardPermissions(session.defaultSession, isOurWindow, {
    mayRequest: (facts) => rules.mayRequest(facts),
    mayCheck: (facts) => rules.mayCheck(facts),
    chosenScreen: () => rules.chosenScreen(),
  });
  const loaded = window.loadURL(PAGE_URL).catch(() => undefined);
  const loadRest = async () => {
    await Promise.race([handed, loaded]);
    // Quit before it began: the window is gone, and there is nothing left to start.
    if (window.isDestroyed()) await new Promise(() => undefined);
    return import('./electron/run.ts');
  };
  const running = loadRest().then(({ run }) => run({ window, links, out: OUT, painted }));
  openRouter(
    isOurWindow,
    running.then(({ dispatch }) => dispatch),
  );
  ({ rules } = await running);
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
