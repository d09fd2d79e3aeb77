import { randomBytes, randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';

import { app, type BrowserWindow, clipboard, nativeTheme } from 'electron';

import { createClient } from '#client/createClient.ts';

import { mayCheck, mayRequest, mayShareScreen } from '../capture/permissions.ts';
import { systemClock } from '../clock.ts';
import { clientEnvironment } from '../connection/environment.ts';
import { createEmbeddedServer } from '../hosting/embeddedServer.ts';
import type { HostingServer } from '../hosting/hosting.ts';
import { loadServer } from '../hosting/loadServer.ts';
import type { Dispatch } from '../ipc/dispatch.ts';
import { closeForeignChannels } from '../ipc/router.ts';
import { createFileLog } from '../logging/fileLog.ts';
import { createParley, type Parley } from '../parley.ts';
import type { Log, TrayItem, Vault } from '../ports.ts';
import { openSecret } from '../settings/identity.ts';
import { openSettings, type SettingsFile } from '../settings/settingsFile.ts';
import { claimScheme, type receiveLinks } from './deepLinks.ts';
import { exit, watchApp } from './appEvents.ts';
import { logFaults } from './faults.ts';
import { createNotifications } from './notifications.ts';
import type { PermissionRules } from './permissions.ts';
import { powerPort } from './power.ts';
import { createTray } from './tray.ts';
import { createVault } from './vault.ts';
import { restorePlace } from './window.ts';
import { pagePort, windowPort } from './windowPort.ts';

const newSecret = (): string => randomBytes(32).toString('base64url');

/** The second half of the start: everything that the first picture does not need. */
export function run(given: {
  readonly window: BrowserWindow;
  readonly links: ReturnType<typeof receiveLinks>;
  /** The folder of what was built. */
  readonly out: string;
  /** Settles when the page could be shown. */
  readonly painted: Promise<void>;
}): { readonly dispatch: Dispatch; readonly rules: PermissionRules } {
  const { window, links, out, painted } = given;
  const profile = app.getPath('userData');
  const log = createFileLog(join(profile, 'logs', 'main.log'), systemClock);
  logFaults(log, app.isPackaged);
  const settings = openSettings({
    directory: profile,
    version: app.getVersion(),
    now: new Date().toISOString(),
    log,
  });
  closeForeignChannels();
  restorePlace(window, settings.values.window);
  nativeTheme.themeSource = settings.values.theme;

  const vault = createVault();
  const page = pagePort(window);
  const port = windowPort(window);
  const identity = openSecret({ settings, vault, key: 'identity', make: newSecret, log });
  const parley = createParley({
    client: createClient({
      environment: clientEnvironment(systemClock, log),
      identity: identity.secret,
      clientId: randomUUID(),
    }),
    hosting: hostingServer(profile, settings, vault, log),
    settings,
    vault,
    page,
    window: port,
    tray: createTray(join(out, 'icons', 'tray'), (item: TrayItem['id']) => parley.desktop.clicked(item)),
    notifications: createNotifications(join(out, 'icons', 'app.png'), log),
    power: powerPort,
    clipboard: { writeText: (text) => void clipboard.writeText(text) },
    clock: systemClock,
    log,
    version: app.getVersion(),
    platform: process.platform,
    identityKept: identity.kept,
    nextId: () => randomUUID(),
    defer: (task) => void setImmediate(task),
    exit: () => exit(window),
  });
  page.watch(parley.page);
  watchApp(parley, window, settings);
  log('started', { version: app.getVersion(), electron: process.versions.electron, identityKept: identity.kept });

  void painted.then(() => {
    port.show();
    links.onSecondStart(() => port.show());
    links.onLink((link) => void parley.links.open(link));
    claimScheme();
    return null;
  });
  return { dispatch: parley.dispatch, rules: permissionRules(parley) };
}

function hostingServer(profile: string, settings: SettingsFile, vault: Vault, log: Log): HostingServer {
  return createEmbeddedServer({
    load: loadServer,
    folder: join(profile, 'hosting'),
    tokenKey() {
      const { secret } = openSecret({ settings, vault, key: 'hostingKey', make: newSecret, log });
      return new Uint8Array(Buffer.from(secret, 'base64url'));
    },
    newCreationKey: newSecret,
    port: { get: () => settings.values.hostingPort, keep: (hostingPort) => settings.write({ hostingPort }) },
    interfaces: networkInterfaces,
    log,
  });
}

const permissionRules = ({ store }: Parley): PermissionRules => ({
  mayRequest: (facts) => mayRequest(facts, store.current),
  mayCheck: (facts) => mayCheck(facts, store.current),
  mayShareScreen: () => mayShareScreen(store.current),
});
