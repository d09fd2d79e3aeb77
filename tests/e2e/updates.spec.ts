import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, type Page, test } from '@playwright/test';

import type { Updates } from '#protocol/ipc/updates.ts';

import { controls, expectHome, hostMeeting, introduce, pressAway } from './harness/flows.ts';
import { launchPackaged, type PackagedApp, packageForTest, type RunningPackage } from './harness/packaged.ts';
import { UpdateFeed } from './harness/updateFeed.ts';

let packaged: PackagedApp;
let feed: UpdateFeed;
let folder: string;
let running: RunningPackage | null = null;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  packaged = await packageForTest();
});
test.beforeEach(async () => {
  feed = await UpdateFeed.open();
  folder = await mkdtemp(join(tmpdir(), 'parley-updates-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  feed.close();
  await rm(folder, { recursive: true, force: true });
});

/** The file that stands for the installed AppImage, and what it leaves behind when it runs. */
const installed = () => join(folder, 'Parley.AppImage');
const trace = () => join(folder, 'new-version-ran');

async function start(policy: object = { updates: { feed: feed.url } }): Promise<Page> {
  await writeFile(installed(), '#!/bin/sh\nexit 0\n');
  await chmod(installed(), 0o755);
  const policyFile = join(folder, 'policy.json');
  await writeFile(policyFile, JSON.stringify(policy));
  running = await launchPackaged(packaged, {
    APPIMAGE: installed(),
    PARLEY_POLICY_FILE: policyFile,
    XDG_CACHE_HOME: join(folder, 'cache'),
  });
  await introduce(running.page, 'Ana');
  return running.page;
}

const newVersion = () => ({ version: '99.0.0', file: `#!/bin/sh\ntouch '${trace()}'\n` });

const updates = (page: Page): Promise<Updates | null> =>
  page.evaluate(async () => {
    const answer = await window.parley.request('app:snapshot', {});
    return (answer.ok && answer.value.updates) || null;
  });

const check = (page: Page) => page.evaluate(() => window.parley.request('updates:check', {}));

test('a download that is not what the feed says is refused in words, and nothing is installed', async () => {
  const page = await start();
  feed.offer({ ...newVersion(), sha512: Buffer.alloc(64).toString('base64') });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Advanced' }).click();
  await page.getByRole('button', { name: 'Check for updates' }).click();

  await expect(page.getByText('The download was not what it should be')).toBeVisible({ timeout: 30_000 });
  expect(await updates(page)).toEqual({ state: 'failed', why: 'tampered' });
  expect(feed.asked).toContain('/Parley-99.0.0.AppImage');
  expect(await readFile(installed(), 'utf8')).toBe('#!/bin/sh\nexit 0\n');
  expect(await page.evaluate(() => window.parley.request('updates:restart', {}))).toMatchObject({ ok: false });
});

test('what is ready is held back during a meeting, and takes the place of the old version after it', async () => {
  const page = await start();
  feed.offer(newVersion());
  await hostMeeting(page, 'Ana');
  await check(page);
  await expect.poll(() => updates(page), { timeout: 30_000 }).toMatchObject({ state: 'ready', version: '99.0.0' });

  await expect(controls(page)).toBeVisible();
  await expect(page.getByText('Parley 99.0.0 is ready')).toHaveCount(0);
  const refused = await page.evaluate(() => window.parley.request('updates:restart', {}));
  expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-phase' } });
  await expect(controls(page)).toBeVisible();
  expect(existsSync(trace())).toBe(false);

  await controls(page).getByRole('button', { name: 'Leave' }).click();
  await expectHome(page);
  await expect(page.getByText('Parley 99.0.0 is ready')).toBeVisible();
  await pressAway(page.getByRole('button', { name: 'Restart now' }));
  await expect.poll(() => existsSync(trace()), { timeout: 20_000 }).toBe(true);
  expect(await readFile(installed(), 'utf8')).toBe(newVersion().file);
  await running?.ended();
});

test('where nothing is newer, or there is no feed, it says so', async () => {
  const page = await start();
  await check(page);
  await expect.poll(() => updates(page), { timeout: 30_000 }).toEqual({ state: 'failed', why: 'unreachable' });
  feed.offer({ ...newVersion(), version: '0.0.1' });
  await check(page);
  await expect.poll(() => updates(page), { timeout: 30_000 }).toMatchObject({ state: 'idle' });
  expect(feed.asked.filter((path) => path.endsWith('.AppImage'))).toEqual([]);
});

test('a computer’s policy switches updates off', async () => {
  const page = await start({ updates: { off: true } });
  expect(await updates(page)).toEqual({ state: 'off', why: 'policy' });
  expect(await check(page)).toMatchObject({ ok: false, error: { code: 'wrong-phase' } });
});
