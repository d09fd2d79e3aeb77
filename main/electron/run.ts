import '../shim.ts';

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { app, type BrowserWindow, clipboard, nativeTheme } from 'electron';

import { mayCheck, mayRequest } from '../capture/permissions.ts';
import { systemClock } from '../clock.ts';
import { loadNetwork } from '../connection/environment.ts';
import type { Dispatch } from '../ipc/dispatch.ts';
import { createSpeech } from '../language/speech.ts';
import { createParley, type Parley } from '../parley.ts';
import type { TrayItem } from '../ports.ts';
import type { SettingsFile } from '../settings/settingsFile.ts';
import { exit, watchApp } from './appEvents.ts';
import { autostartPort, startsHidden } from './autostart.ts';
import { claimScheme, type receiveLinks } from './deepLinks.ts';
import { filesPort } from './files.ts';
import type { Greeted } from './greet.ts';
import { thisMachine } from './machine.ts';
import { setMenu } from './menu.ts';
import { allowMiniWindow } from './miniWindow.ts';
import { createNotifications } from './notifications.ts';
import type { PermissionRules } from './permissions.ts';
import { powerPort } from './power.ts';
import { LOG_FILE, openProfile } from './profile.ts';
import { shortcutPort } from './shortcuts.ts';
import { screensPort } from './screens.ts';
import { browserPort, folderPort, savingPort } from './saving.ts';
import { createTray } from './tray.ts';
import { recordingPort } from './recordings.ts';
import { restorePlace } from './window.ts';
import { createUpdater } from './updater.ts';
import { pagePort, windowPort } from './windowPort.ts';

/** The second half of the start: everything that the first picture does not need. */
export async function run(given: {
  readonly window: BrowserWindow;
  readonly links: ReturnType<typeof receiveLinks>;
  /** The folder of what was built. */
  readonly out: string;
  /** Settles when the window can be shown. */
  readonly ready: Promise<void>;
  readonly greeted: Greeted;
}): Promise<{ readonly dispatch: Dispatch; readonly rules: PermissionRules }> {
  const { window, links, out, ready, greeted } = given;
  const profile = openProfile();
  const { log, settings, identityKept } = profile;
  if (!greeted.isPlaced) restorePlace(window, settings.values.window);
  nativeTheme.themeSource = settings.values.theme;

  const speech = createSpeech({
    system: () => app.getPreferredSystemLanguages(),
    onFault: (tag) => log('language-not-loaded', { tag }),
  });
  await speech.speak(settings.values.language);
  setMenu(speech.t, process.platform, app.isPackaged);

  const page = pagePort(window);
  const port = windowPort(window);
  const parley = createParley({
    ...profile,
    page,
    window: port,
    tray: createTray(join(out, 'icons', 'tray'), (item: TrayItem['id']) => parley.desktop.clicked(item)),
    notifications: createNotifications(join(out, 'icons', 'app.png'), log),
    power: powerPort,
    shortcuts: shortcutPort,
    speech,
    updater: createUpdater(log),
    autostart: autostartPort(),
    recordings: recordingPort(window),
    clipboard: { writeText: (text) => void clipboard.writeText(text) },
    screens: screensPort,
    files: filesPort({ folder: profile.logs, file: LOG_FILE }),
    saving: savingPort(window, log),
    browser: browserPort(log),
    folders: folderPort,
    machine: thisMachine,
    clock: systemClock,
    version: app.getVersion(),
    platform: process.platform,
    nextId: () => randomUUID(),
    defer: (task) => void setImmediate(task),
    exit() {
      parley.updates.takeOver();
      exit(window);
    },
  });
  parley.store.onChange(({ language }, before) => {
    if (language !== before.language) setMenu(speech.t, process.platform, app.isPackaged);
  });
  if (greeted.end()) parley.page.greeted();
  page.watch(parley.page);
  watchMini(parley, window, settings);
  watchApp(parley, window, settings);
  log('started', { version: app.getVersion(), electron: process.versions.electron, identityKept });

  void ready.then(() => {
    if (!greeted.isShowing && !startsHidden()) port.show();
    links.onSecondStart(() => port.show());
    links.onLink((link) => void parley.links.open(link));
    claimScheme();
    return null;
  });
  // There before anybody can want to go anywhere.
  ready.then(loadNetwork).catch(() => log('network-not-loaded'));
  return { dispatch: parley.dispatch, rules: permissionRules(parley) };
}

/** The small window, as the main one and the page need it. */
function watchMini({ mini, store }: Parley, window: BrowserWindow, settings: SettingsFile): void {
  const isWanted = (): boolean => store.current.mini === true;
  const frame = allowMiniWindow(window, {
    isWanted,
    place: () => settings.values.miniPlace,
    keep: (miniPlace) => settings.write({ miniPlace }),
    onClosed: () => mini.closed(),
  });
  store.onChange(() => {
    if (!isWanted()) frame.close();
  });
  window.on('minimize', () => mini.minimized());
  // Focus may be told of late, when the window is away again.
  const returned = (): void => {
    if (!window.isMinimized()) mini.returned();
  };
  window.on('restore', returned);
  window.on('show', returned);
  window.on('focus', returned);
}

const permissionRules = ({ store, sharing }: Parley): PermissionRules => ({
  mayRequest: (facts) => mayRequest(facts, store.current),
  mayCheck: (facts) => mayCheck(facts, store.current),
  chosenScreen: () => sharing.chosen,
});
