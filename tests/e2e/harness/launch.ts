import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron, type ElectronApplication, type Page } from '@playwright/test';

import { findElectron } from '#build/setup/electronRuntime.mjs';
import { ROOT } from '#build/setup/paths.mjs';
import { sandboxArguments } from '#build/setup/sandbox.mjs';
import { removeProfile } from '#tests/fixtures/removeProfile.ts';

/** An Electron as set-up finds it. */
export type Electron = Awaited<ReturnType<typeof findElectron>>;

export interface LaunchOptions {
  /** The name that the person joins under: put into the settings of a new profile. */
  readonly name?: string;
  /** Further settings to begin with, as in main/settings/stored.ts. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** An existing profile folder, to start again as the same person. Without: a temporary one, removed by `close`. */
  readonly profile?: string;
  /** Chromium switches and, after them, links to open. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Without: what set-up finds, which is instant once it has been found. */
  readonly electron?: Electron;
  /** Keeps its key in the desktop's keyring, which must be there: a `Keyring`. Without: nothing secret outlives the app. */
  readonly keyring?: boolean;
  /** How many fake cameras there are, and as many microphones and speakers; null for those of the machine. */
  readonly devices?: number | null;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  /** Of the main window. */
  readonly page: Page;
  readonly profile: string;
  /** Everything that the app has printed. */
  output(): string;
  /** Quits in good order, out of a meeting too; an app that hangs is killed. Removes a profile that was temporary. */
  close(): Promise<void>;
  /** SIGKILL, as when a machine is lost; settles when the process is gone. The profile stays. */
  kill(): Promise<void>;
}

const QUIT_MS = 5_000;

/** Starts the built app as one person, on a profile of its own, and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const electron = options.electron ?? (await findElectron({ progress: () => {} }));
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'parley-profile-'));
  if (options.name !== undefined || options.settings !== undefined) seed(profile, options);

  // Through the electron package, Playwright also holds back the app's readiness until it is attached.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = electron.folder;
  const { args: sandbox } = await sandboxArguments(electron);
  const app = await _electron.launch({
    args: [
      ...sandbox,
      ...mediaSwitches(options.devices === undefined ? 1 : options.devices),
      `--user-data-dir=${profile}`,
      ...(options.keyring === true ? ['-r', join(import.meta.dirname, 'withKeyring.cjs')] : []),
      ROOT,
      ...(options.args ?? []),
    ],
    chromiumSandbox: sandbox.length === 0,
    env: { ...definedEnvironment(), ...options.env },
    cwd: ROOT,
  });
  return running(app, profile, options.profile === undefined);
}

async function running(app: ElectronApplication, profile: string, temporary: boolean): Promise<RunningApp> {
  const child = app.process();
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  const close = async () => {
    const killing = setTimeout(() => child.kill('SIGKILL'), QUIT_MS);
    // Leaves a meeting and quits without asking, as at the end of a desktop session.
    child.kill('SIGTERM');
    await gone;
    clearTimeout(killing);
    if (temporary) await removeProfile(profile);
  };
  try {
    return { app, page: await app.firstWindow(), profile, output: () => printed, close, kill };
  } catch (error) {
    await kill();
    throw new Error(`The app showed no window. It printed:\n${printed}`, { cause: error });
  }
}

function seed(profile: string, { name, settings }: LaunchOptions): void {
  mkdirSync(profile, { recursive: true });
  // Whatever the machine speaks.
  const values = { language: 'en', ...(name === undefined ? {} : { displayName: name }), ...settings };
  writeFileSync(join(profile, 'settings.json'), JSON.stringify(values));
}

/** Devices that show and play Chromium's own test pattern. The app's permission handlers are asked all the same. */
function mediaSwitches(devices: number | null): readonly string[] {
  return devices === null ? [] : [`--use-fake-device-for-media-stream=device-count=${devices},fps=15`];
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
