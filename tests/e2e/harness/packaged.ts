import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, expect, type Page } from '@playwright/test';

import { packageApp } from '#build/package/packageApp.mjs';
import { findElectron } from '#build/setup/electronRuntime.mjs';
import { ROOT } from '#build/setup/paths.mjs';
import { sandboxArguments } from '#build/setup/sandbox.mjs';
import { removeProfile } from '#tests/fixtures/removeProfile.ts';

const START_MS = 20_000;

export interface PackagedApp {
  /** Holds the executable and everything beside it. */
  readonly folder: string;
  readonly executable: string;
  readonly asar: string;
  readonly electronVersion: string;
}

/** Packages what is in out/ as `npm run package` does, without installers. */
export async function packageForTest(): Promise<PackagedApp> {
  const electron = await findElectron({ progress: () => {} });
  const output = join(ROOT, 'out/packaged');
  rmSync(output, { recursive: true, force: true });
  await packageApp({ electron, platform: 'linux', targets: ['dir'], output, progress: () => {} });
  const folder = join(output, 'linux-unpacked');
  if (!readdirSync(folder).includes('parley')) throw new Error(`there is no parley in ${folder}`);
  return {
    folder,
    executable: join(folder, 'parley'),
    asar: join(folder, 'resources/app.asar'),
    electronVersion: electron.version,
  };
}

export interface RunningPackage {
  readonly page: Page;
  close(): Promise<void>;
  /** Settles when the process has ended by itself. */
  ended(): Promise<void>;
}

/**
 * Starts a packaged app. Its fuses keep debuggers away from its main process, so only its page is reached, as a browser's
 * would be.
 */
export async function launchPackaged(
  { executable, folder }: PackagedApp,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningPackage> {
  const home = mkdtempSync(join(tmpdir(), 'parley-packaged-'));
  const { args } = await sandboxArguments({ folder });
  const media = ['--use-fake-device-for-media-stream=device-count=1,fps=15'];
  const child = spawn(
    executable,
    [...args, ...media, '--remote-debugging-port=0', `--user-data-dir=${join(home, 'profile')}`],
    // What an installed app tells the desktop about itself stays in this home.
    { env: { ...process.env, HOME: home, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  let printed = '';
  const address = new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The packaged app ${why}. It printed:\n${printed}`));
    const timer = setTimeout(() => fail('was not ready in time'), START_MS);
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then(() => fail('ended'));
  });
  const close = async () => {
    child.kill('SIGKILL');
    await gone;
    await removeProfile(home);
  };
  try {
    const endpoint = await address;
    await windowListed(new URL(endpoint).host);
    const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error('the packaged app has no window');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, close, ended: () => gone };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Settles when the window is there to be attached to: attaching while it comes up can hang on a busy machine. */
async function windowListed(host: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await fetch(`http://${host}/json/list`);
        return (await answer.json()) as unknown;
      },
      { timeout: START_MS },
    )
    .toContainEqual(expect.objectContaining({ type: 'page', title: expect.stringContaining('Parley') }));
}
