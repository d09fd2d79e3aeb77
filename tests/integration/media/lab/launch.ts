import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron, type ElectronApplication, type JSHandle, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';

import { hasDisplay, openDesktop } from '#build/setup/display.mjs';
import { findElectron } from '#build/setup/electronRuntime.mjs';
import { ROOT } from '#build/setup/paths.mjs';
import { removeProfile } from '#tests/fixtures/removeProfile.ts';

import { type Served, servePage } from './serve.ts';

/** A real Electron whose windows are pages of the lab, with two fake microphones and three cameras, of which the second, a depth sensor, gives no pictures. */
export interface LabBrowser {
  /** Of its first process, whose children are all others; null where it is not known. */
  readonly pid: number | null;
  /** Opens a window with the lab's page in it. */
  open(): Promise<Page>;
  /** Kills the process of a page, as a crash does. The page is of no more use. */
  crash(page: Page): Promise<void>;
  /** Closes every window. */
  clear(): Promise<void>;
  /** Whether pages may open devices from now on. */
  allowDevices(allowed: boolean): Promise<void>;
  close(): Promise<void>;
}

const SWITCHES = ['--no-sandbox', '--use-fake-device-for-media-stream=device-count=3'];

export async function launchLab(): Promise<LabBrowser> {
  const [served, electron] = await Promise.all([servePage(), findElectron({ progress: () => undefined })]);
  const desktop = await openDesktop({ display: !hasDisplay(), bus: false });
  const profile = await mkdtemp(join(tmpdir(), 'parley-media-profile-'));
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...SWITCHES, `--user-data-dir=${profile}`, join(ROOT, 'tests/integration/media/lab/electronMain.cjs')],
    env: { ...(process.env as Record<string, string>), ...desktop.env },
  });
  return {
    pid: app.process().pid ?? null,
    open: () => openWindow(app, served),
    crash: (page) => crash(app, page),
    clear: () =>
      app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy();
      }),
    allowDevices: (allowed) =>
      app.evaluate(
        ({ session }, grant) => session.defaultSession.setPermissionRequestHandler((_, __, answer) => answer(grant)),
        allowed,
      ),
    async close() {
      await app.close();
      await Promise.all([served.close(), desktop.close()]);
      await removeProfile(profile);
    },
  };
}

async function openWindow(app: ElectronApplication, served: Served): Promise<Page> {
  const [page] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ width: 480, height: 360, webPreferences: { backgroundThrottling: false } });
      await window.loadURL(url);
    }, served.url),
  ]);
  await waitForLab(page);
  return page;
}

async function crash(app: ElectronApplication, page: Page): Promise<void> {
  const window = (await app.browserWindow(page)) as JSHandle<BrowserWindow>;
  await window.evaluate(async ({ webContents }) => {
    const gone = new Promise<void>((resolve) => webContents.once('render-process-gone', () => resolve()));
    webContents.forcefullyCrashRenderer();
    await gone;
  });
}

async function waitForLab(page: Page): Promise<void> {
  await page.waitForFunction(() => 'lab' in window);
}
