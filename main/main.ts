import './shim.ts';

import { join, resolve } from 'node:path';

import { app, dialog, session, type WebContents } from 'electron';

import { outside } from '#languages/en/outside.ts';

import { declareAppScheme, serveAppScheme } from './electron/appScheme.ts';
import { receiveLinks } from './electron/deepLinks.ts';
import { hardenContents } from './electron/hardening.ts';
import { guardPermissions, type PermissionRules } from './electron/permissions.ts';
import type { run as Run } from './electron/run.ts';
import { createWindow, PAGE_URL } from './electron/window.ts';
import { openRouter } from './ipc/router.ts';

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
  // Evaluated while Chromium gets ready: later, the page would wait for it to be handed its own program.
  const rest = import('./electron/run.ts');
  // Said once there can be a dialog to say it in.
  rest.catch(() => undefined);
  app
    .whenReady()
    .then(() => start(links, rest))
    .catch(giveUp);
}

/** Window and page first; settings are read and the client is made while the page is on its way. */
async function start(
  links: ReturnType<typeof receiveLinks>,
  rest: Promise<{ readonly run: typeof Run }>,
): Promise<void> {
  serveAppScheme(join(OUT, 'renderer'));
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
  const running = rest.then(({ run }) => run({ window, links, out: OUT, painted }));
  openRouter(
    isOurWindow,
    running.then(({ dispatch }) => dispatch),
  );
  void window.loadURL(PAGE_URL).catch(() => undefined);
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
