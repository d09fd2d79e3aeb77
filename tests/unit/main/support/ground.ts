import type { PushName, Pushes, RouteName, RouteRequest } from '#protocol/ipc/contract.ts';
import type { Result } from '#protocol/errors.ts';
import type { Hosting } from '#protocol/ipc/snapshot.ts';
import type { Host, HostingServer } from '#main/hosting/hosting.ts';
import type { Sender } from '#main/ipc/sender.ts';
import { createSpeech, type Speech } from '#main/language/speech.ts';
import { createParley, type Ground, type Parley } from '#main/parley.ts';
import type { TrayView, Vault } from '#main/ports.ts';
import type { ReceiptsFile } from '#main/receipts/receiptsFile.ts';
import type { SettingsFile } from '#main/settings/settingsFile.ts';
import { DEFAULTS, type Stored } from '#main/settings/stored.ts';

import { FakeClient } from './fakeClient.ts';
import { FakeClock } from './fakeClock.ts';
import { FakeScreens } from './fakeScreens.ts';
import { FakeSaving } from './fakeSaving.ts';
import { FakeAutostart, FakeFiles, FakeKept, FakeKeyboard, FakeUpdater } from './fakeDesktop.ts';

export const OUR_PAGE: Sender = { frame: { url: 'app://parley/index.html', isTop: true }, isOurWindow: true };

/** Settings in memory. */
export function fakeSettings(stored: Partial<Stored> = {}): SettingsFile {
  let values: Stored = { ...DEFAULTS, ...stored };
  return {
    get values() {
      return values;
    },
    write(change) {
      values = { ...values, ...change };
    },
    setAside: null,
  };
}

/** Receipts in memory. */
function fakeReceipts(): ReceiptsFile {
  let all: ReceiptsFile['all'] = [];
  return {
    get all() {
      return all;
    },
    add: (receipt) => void (all = [...all, receipt]),
    forget: (id) => void (all = all.filter((kept) => kept.id !== id)),
    forgetAll: () => void (all = []),
  };
}

const turned = (text: string): string => text.split('').reverse().join('');

/** Encrypts by turning round, which is enough to tell sealed from open. */
export function fakeVault(available = true): Vault {
  return {
    available,
    seal: (text) => (available ? `sealed:${turned(text)}` : null),
    open: (sealed) => (available && sealed.startsWith('sealed:') ? turned(sealed.slice(7)) : null),
  };
}

export class FakeHosting implements HostingServer {
  view: Hosting = { state: 'off' };
  people = 0;
  readonly asked: string[] = [];
  host: Result<Host> = { ok: true, value: { server: '127.0.0.1:4100', key: 'creation-key' } };
  readonly lan = '192.168.1.20:4100';
  readonly #listeners = new Set<(view: Hosting) => void>();

  onView(listener: (view: Hosting) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show(view: Hosting): void {
    this.view = view;
    for (const listener of this.#listeners) listener(view);
  }

  start(): Promise<Result<Host>> {
    this.asked.push('start');
    if (this.host.ok) this.show({ state: 'loopback', addresses: [this.host.value.server] });
    return Promise.resolve(this.host);
  }

  share(): Promise<Result<null>> {
    this.asked.push('share');
    this.show({ state: 'shared', addresses: [this.lan] });
    return Promise.resolve({ ok: true, value: null });
  }

  unshare(): Promise<Result<null>> {
    this.asked.push('unshare');
    return Promise.resolve({ ok: true, value: null });
  }

  own(server: string): string | null {
    return this.view.state !== 'off' && (server === this.lan || server === '127.0.0.1:4100') ? '127.0.0.1:4100' : null;
  }

  close(): Promise<void> {
    this.asked.push('close');
    return Promise.resolve();
  }
}

/** The app on a ground of fakes: everything that it does to the outside is kept in order. */
export interface TestApp {
  readonly parley: Parley;
  readonly client: FakeClient;
  readonly clock: FakeClock;
  readonly screens: FakeScreens;
  readonly hosting: FakeHosting;
  readonly settings: SettingsFile;
  readonly receipts: ReceiptsFile;
  /** What was pushed to the page, in order. */
  readonly pushed: readonly {
    readonly [Name in PushName]: { readonly name: Name; readonly payload: Pushes[Name] };
  }[PushName][];
  /** What was done to the desktop, in order: `show`, `hide`, `restart-page`, `awake`, `asleep`, `exit`, ... */
  readonly done: readonly string[];
  readonly tray: () => TrayView | undefined;
  readonly notifications: readonly {
    readonly title: string;
    readonly body: string;
    readonly click: () => void;
    readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  }[];
  readonly clipboard: readonly string[];
  readonly files: FakeFiles;
  readonly kept: FakeKept;
  readonly keyboard: FakeKeyboard;
  readonly saving: FakeSaving;
  /** What was shown in the system's browser. */
  readonly browsed: readonly string[];
  readonly updater: FakeUpdater;
  readonly autostart: FakeAutostart;
  /** What was logged, without its fields. */
  readonly logged: readonly string[];
  /** The same with its fields, as it would stand in the file. */
  readonly logLines: readonly string[];
  window: { visible: boolean };
  /** As the page asks. */
  request<Name extends RouteName>(route: Name, request: RouteRequest<Name>): Promise<Result<unknown>>;
}

export function testApp(
  given: {
    readonly stored?: Partial<Stored>;
    readonly platform?: string;
    /** Without: English. */
    readonly speech?: Speech;
    /** Without a keyring nothing secret outlives the run. */
    readonly keyring?: boolean;
    /** Why no newer versions are looked for; null: they are. */
    readonly updatesOff?: FakeUpdater['off'];
    /** The folder for recordings. */
    readonly recordings?: string;
    /** Where files from others go. */
    readonly downloads?: string;
    /** Told when the process would end. */
    readonly onExit?: () => void;
  } = {},
): TestApp {
  const { keyring = true } = given;
  const client = new FakeClient();
  const clock = new FakeClock();
  const hosting = new FakeHosting();
  const settings = fakeSettings(given.stored);
  const receipts = fakeReceipts();
  const pushed: TestApp['pushed'][number][] = [];
  const done: string[] = [];
  const trays: TrayView[] = [];
  const notifications: TestApp['notifications'][number][] = [];
  const clipboard: string[] = [];
  const logged: string[] = [];
  const logLines: string[] = [];
  const window = { visible: true };
  const updater = new FakeUpdater(given.updatesOff === undefined ? 'development' : given.updatesOff);
  const autostart = new FakeAutostart();
  const keyboard = new FakeKeyboard();
  const files = new FakeFiles(() => logLines);
  const saving = new FakeSaving();
  const browsed: string[] = [];
  const kept = new FakeKept();
  const screens = new FakeScreens();
  let ids = 0;
  const ground: Ground = {
    client,
    clock,
    screens,
    hosting,
    settings,
    receipts,
    vault: fakeVault(keyring),
    page: {
      grantGesture: () => void done.push('gesture'),
      push: (name, payload) => void pushed.push({ name, payload } as TestApp['pushed'][number]),
      restart: () => void done.push('restart-page'),
    },
    window: {
      get visible() {
        return window.visible;
      },
      show() {
        done.push('show');
        window.visible = true;
      },
      hide() {
        done.push('hide');
        window.visible = false;
      },
      minimize() {
        done.push('minimize');
        window.visible = false;
      },
    },
    tray: { show: (view) => void trays.push(view), destroy: () => void done.push('tray-gone') },
    notifications: { show: (text, click, action) => void notifications.push({ ...text, click, action }) },
    power: {
      keepAwake(what) {
        done.push(`${what}-awake`);
        return () => void done.push(`${what}-may-sleep`);
      },
    },
    shortcuts: keyboard,
    speech: given.speech ?? createSpeech({ system: () => ['en'], onFault: (tag) => void logged.push(`no ${tag}`) }),
    updater,
    autostart,
    recordings: {
      defaultFolder: given.recordings ?? '',
      reveal: (file) => void done.push(`reveal ${file}`),
      chooseFolder: (from) => Promise.resolve(from === '' ? null : `${from}-elsewhere`),
    },
    clipboard: { writeText: (text) => void clipboard.push(text) },
    files,
    saving,
    folders: { downloads: () => given.downloads ?? '/nowhere', show: () => true },
    browser: { open: (url) => Promise.resolve(browsed.push(url) > 0) },
    kept,
    machine: () => ({ facts: { platform: 'linux' }, names: ['ana-desktop', 'ana'] }),
    log(what, fields) {
      logged.push(what);
      logLines.push(JSON.stringify({ what, ...fields }));
    },
    version: '0.1.0',
    platform: given.platform ?? 'linux',
    identityKept: keyring,
    nextId: () => `question-${(ids += 1)}`,
    defer: (task) => void setImmediate(task),
    exit() {
      given.onExit?.();
      done.push('exit');
    },
  };
  const parley = createParley(ground);
  return {
    parley,
    client,
    clock,
    screens,
    hosting,
    settings,
    receipts,
    pushed,
    done,
    tray() {
      parley.store.settle();
      return trays.at(-1);
    },
    notifications,
    clipboard,
    files,
    autostart,
    updater,
    kept,
    keyboard,
    saving,
    browsed,
    logged,
    logLines,
    window,
    request: (route, request) => parley.dispatch(OUR_PAGE, route, request),
  };
}
