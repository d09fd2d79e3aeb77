import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test as base, type TestInfo } from '@playwright/test';

import { removeProfile } from '#tests/fixtures/removeProfile.ts';

import { hostMeeting, joinMeeting } from './flows.ts';
import { Keyring } from './keyring.ts';
import { launchApp, type RunningApp } from './launch.ts';
import { Person } from './person.ts';
import { StandaloneServer } from './standaloneServer.ts';
import { TrayPanel } from './tray.ts';

export interface PersonOptions {
  /** New meetings and codes go there instead of to the server inside the app. */
  readonly server?: StandaloneServer;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly profile?: string;
  readonly args?: readonly string[];
  /** The desktop's keyring. Without one who somebody is, and their invites, are forgotten when the app ends. */
  readonly keyring?: Keyring;
  /** How many fake cameras and microphones there are; null for those of the machine. */
  readonly devices?: number | null;
  readonly env?: Readonly<Record<string, string>>;
}

/** As many people as names. */
type People<Names extends readonly string[]> = { readonly [At in keyof Names]: Person };
type Meet = <const Names extends readonly string[]>(names: Names, options?: PersonOptions) => Promise<People<Names>>;

export type Launch = (name: string, options?: PersonOptions) => Promise<Person>;

interface Fixtures {
  /** Starts a real app for somebody; it is closed after the test. */
  readonly launch: Launch;
  /**
   * A meeting with these people in it, each at an app of their own and with their notices heard from then on; the first
   * has called it and is its host.
   */
  readonly meet: Meet;
  /** A real server in a process of its own, with its own data folder. */
  readonly server: StandaloneServer;
  /** A keyring that the desktop has from now on; empty at the beginning of each test that asks for it. */
  readonly keyring: Keyring;
  /**
   * A profile for another device of the same person: a copy of their settings, in which who they are is sealed. Only
   * whoever has the same keyring can open it.
   */
  readonly secondDeviceOf: (person: Person) => Promise<string>;
  /** What that server asks for before it makes rooms; empty: nothing. */
  readonly creationKey: string;
  /** Limits of that server, as in `--limit`; null: the product's own. */
  readonly serverLimits: string | null;
}

interface WorkerFixtures {
  readonly panel: TrayPanel;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  panel: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off this pattern.
    async ({}, use) => {
      const panel = await TrayPanel.open();
      await use(panel);
      panel.close();
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off this pattern.
  keyring: async ({}, use) => {
    const keyring = await Keyring.open();
    await use(keyring);
    keyring.close();
  },

  // oxlint-disable-next-line no-empty-pattern -- As above.
  secondDeviceOf: async ({}, use) => {
    const profiles: string[] = [];
    await use(async ({ running }) => {
      const profile = await mkdtemp(join(tmpdir(), 'parley-profile-'));
      profiles.push(profile);
      const settings = join(running.profile, 'settings.json');
      // The window is there before main has written who one is.
      await expect.poll(() => JSON.parse(readFileSync(settings, 'utf8')) as object).toHaveProperty('identity');
      await copyFile(settings, join(profile, 'settings.json'));
      return profile;
    });
    await Promise.all(profiles.map((profile) => removeProfile(profile)));
  },

  creationKey: ['', { option: true }],

  serverLimits: [null, { option: true }],

  server: async ({ serverLimits, creationKey }, use) => {
    const server = await StandaloneServer.create(serverLimits, creationKey);
    await use(server);
    await server.dispose();
  },

  launch: async ({ panel }, use, testInfo) => {
    const running: { readonly name: string; readonly app: RunningApp }[] = [];
    await use(async (name, options = {}) => {
      const server = options.server ? { defaultServer: options.server.address } : {};
      const app = await launchApp({
        // A profile that is there already is left as it is.
        ...(options.profile === undefined
          ? { name, settings: { ...server, ...options.settings } }
          : { profile: options.profile }),
        keyring: options.keyring !== undefined,
        ...(options.args === undefined ? {} : { args: options.args }),
        ...(options.devices === undefined ? {} : { devices: options.devices }),
        ...(options.env === undefined ? {} : { env: options.env }),
      });
      running.push({ name, app });
      const person = new Person(name, app, panel);
      await person.watch();
      app.page.on('load', () => void person.watch().catch(() => {})); // The page may be gone again by then.
      return person;
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      for (const { name, app } of running) await attachState(name, app, testInfo);
    }
    await Promise.all(running.map(({ app }) => app.close()));
  },

  meet: async ({ launch }, use) => {
    // As many people come back as there are names, in their order.
    await use(((names, options = {}) => meetAt(launch, names, options)) as Meet);
  },
});

async function meetAt(launch: Launch, names: readonly string[], options: PersonOptions) {
  const people = await Promise.all(names.map((name) => launch(name, options)));
  const [host, ...others] = people;
  if (host === undefined) throw new Error('a meeting needs people');
  const link = await hostMeeting(host.page, host.name);
  for (const { page, name } of others) await joinMeeting(page, name, link);
  await Promise.all(people.map((person) => person.hear()));
  return people;
}

async function attachState(name: string, app: RunningApp, testInfo: TestInfo): Promise<void> {
  await testInfo.attach(`${name} printed`, { body: app.output(), contentType: 'text/plain' });
  // A page that is gone can't be pictured; what the app printed is there all the same.
  const picture = await app.page.screenshot({ timeout: 3_000 }).catch(() => null);
  if (picture) await testInfo.attach(`${name}'s window`, { body: picture, contentType: 'image/png' });
}

export { expect };
