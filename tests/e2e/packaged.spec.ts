import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';

import {
  endForEveryone,
  expectHome,
  expectMovingVideo,
  hostMeeting,
  introduce,
  joinMeeting,
  tile,
} from './harness/flows.ts';
import { watchMedia } from './harness/mediaWatch.ts';
import { launchPackaged, packageForTest, type PackagedApp, type RunningPackage } from './harness/packaged.ts';

// Packaging is for the system that it runs on; installers for others are made there.
test.skip(process.platform !== 'linux', 'packages for Linux are made on Linux');
test.describe.configure({ mode: 'serial' });

let packaged: PackagedApp;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  packaged = await packageForTest();
});

test("the packaged app's fuses are set as the configuration says", async () => {
  const wire = await getCurrentFuseWire(packaged.executable);
  const expected: Partial<Record<FuseV1Options, FuseState>> = {
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
  };
  // Electron 22 does not have it yet.
  if (Number.parseInt(packaged.electronVersion, 10) >= 29) {
    expected[FuseV1Options.GrantFileProtocolExtraPrivileges] = FuseState.DISABLE;
  }
  expect(wire).toMatchObject(expected);
});

test('the package holds the app, its icons and its native code, and nothing that is for development', () => {
  const files = listPackage(packaged.asar, { isPack: false });
  expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/main.cjs', '/out/preload/preload.cjs']));
  expect(files).toEqual(expect.arrayContaining(['/out/renderer/index.html', '/out/icons/tray/idle.png']));
  expect(files.filter((file) => /\.map$|\.ts$|^\/(tests|docs|build)\//.test(file))).toEqual([]);
  expect(existsSync(join(packaged.folder, 'resources/app.asar.unpacked/node_modules/@libsql'))).toBe(true);
  expect(existsSync(join(packaged.folder, 'resources/default_app.asar'))).toBe(false);
  expect(existsSync(join(packaged.folder, 'resources/LICENSE.txt'))).toBe(true);
});

test('two packaged apps hold a meeting, and the one who did not end it reads who did and why', async () => {
  const running: RunningPackage[] = [];
  try {
    const [ana, ben] = await Promise.all(
      ['Ana', 'Ben'].map(async () => {
        const app = await launchPackaged(packaged);
        running.push(app);
        await watchMedia(app.page);
        return app.page;
      }),
    );
    if (!ana || !ben) throw new Error('two apps were started');

    await Promise.all([introduce(ana, 'Ana'), introduce(ben, 'Ben')]);
    const link = await hostMeeting(ana, 'Ana');
    await joinMeeting(ben, 'Ben', link);
    await expect(tile(ben, 'Ana')).toBeVisible();
    await expect(tile(ana, 'Ben')).toBeVisible();
    await Promise.all([expectMovingVideo(ana), expectMovingVideo(ben)]);

    await endForEveryone(ana, { reason: 'We are done' });
    const dialog = ben
      .getByRole('alertdialog', { name: 'The meeting was ended' })
      .or(ben.getByRole('dialog', { name: 'The meeting was ended' }));
    await expect(dialog).toContainText('Ana');
    await expect(dialog).toContainText('We are done');
    await expectHome(ana);
  } finally {
    await Promise.all(running.map((app) => app.close()));
  }
});
