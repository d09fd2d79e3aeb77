import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { type Played, played } from '#tests/fixtures/played.ts';
import { removeProfile } from '#tests/fixtures/removeProfile.ts';

import { expect, type Launch, test as base } from './harness/fixtures.ts';
import { controls, expectHome, expectMovingVideo, hostMeeting, joinMeeting, openMeeting } from './harness/flows.ts';
import { expectReleased } from './harness/mediaWatch.ts';

const test = base.extend<{ readonly folder: string; readonly profile: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-recordings-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  // oxlint-disable-next-line no-empty-pattern -- As above.
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'parley-profile-'));
    await use(profile);
    await removeProfile(profile);
  },
});

async function record(page: Page): Promise<void> {
  await controls(page).getByRole('button', { name: 'Record' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record this meeting?' });
  await dialog.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.getByText('You are recording')).toBeVisible();
}

/** The file, once there are so many bytes in it. */
async function grownFile(folder: string, bytes: number): Promise<string> {
  let file = '';
  await expect
    .poll(
      async () => {
        const [name] = await readdir(folder);
        file = join(folder, name ?? '');
        return name === undefined ? 0 : (await readFile(file)).length;
      },
      { timeout: 40_000 },
    )
    .toBeGreaterThan(bytes);
  return file;
}

/** Plays a file from the disk in a page. */
const play = async (page: Page, file: string): Promise<Played> =>
  page.evaluate(played, (await readFile(file)).toString('base64'));

function expectMeeting(played: Played): void {
  expect(played.seconds).toBeGreaterThan(1);
  expect(played.width).toBe(1280);
  expect(played.detail).toBeGreaterThan(20);
  expect(played.change).toBeGreaterThan(0.05);
  expect(played.loudness).toBeGreaterThan(0.01);
}

test('two people are recorded with everybody knowing, and the file plays', async ({ launch, folder }) => {
  const [ana, ben, cleo] = await Promise.all([
    launch('Ana', { settings: { recordingFolder: folder } }),
    launch('Ben'),
    launch('Cleo'),
  ]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expect(controls(ben.page).getByRole('button', { name: 'Record' })).toHaveCount(0);
  await expectMovingVideo(ana.page);

  await record(ana.page);
  await expect(ben.page.getByText('Recording by Ana', { exact: true })).toBeVisible();
  await expect(ben.page.getByTestId('polite')).toContainText('Ana records this meeting from now on');
  await openMeeting(cleo.page, link);
  await expect(cleo.page.getByText('This meeting is being recorded', { exact: false })).toBeVisible();

  const file = await grownFile(folder, 150_000);
  await controls(ana.page).getByRole('button', { name: 'Stop recording' }).click();
  await expect(ana.page.getByText('The recording was kept')).toBeVisible();
  await expect(ben.page.getByText('Recording by Ana', { exact: true })).toBeHidden();
  await expect(ana.page.getByText(`At ${file}`)).toBeVisible();
  expectMeeting(await play(cleo.page, file));
});

test('leaving ends the recording with all that there was, and nothing stays open', async ({ launch, folder }) => {
  const ana = await launch('Ana', { settings: { recordingFolder: folder } });
  await hostMeeting(ana.page, 'Ana');
  await record(ana.page);
  const file = await grownFile(folder, 60_000);
  await ana.leave();
  await expectHome(ana.page);
  await expect(ana.page.getByText('The recording was kept')).toBeVisible();
  await expectReleased(ana.page);
  expectMeeting(await play(ana.page, file));
});

/** Ana, host of a meeting that she has recorded some of into that folder, at a profile that outlives the app. */
async function recordAt(launch: Launch, profile: string, folder: string) {
  const ana = await launch('Ana', { profile });
  await ana.page.evaluate((name) => window.parley.request('settings:change', { displayName: name }), 'Ana');
  await ana.running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
  await ana.page.evaluate(() => window.parley.request('recording:choose-folder', {}));
  await hostMeeting(ana.page, 'Ana');
  await record(ana.page);
  return { ana, file: await grownFile(folder, 200_000) };
}

test('an app that is killed inside a recording offers what there was at its next start', async ({
  launch,
  folder,
  profile,
}) => {
  const { ana, file } = await recordAt(launch, profile, folder);
  await ana.kill();

  const again = await launch('Ana', { profile });
  await expect(again.page.getByText('The recording was interrupted', { exact: false })).toBeVisible();
  await expect(again.page.getByText(`At ${file}`)).toBeVisible();
  expectMeeting(await play(again.page, file));
  await again.page.getByRole('button', { name: 'Dismiss' }).first().click();
  await again.running.close();
});

test('an app that quits inside a recording keeps it whole, and has nothing to say of it at its next start', async ({
  launch,
  folder,
  profile,
}) => {
  const { ana, file } = await recordAt(launch, profile, folder);
  const { size } = await stat(file);
  await ana.running.close();
  expect((await stat(file)).size).toBeGreaterThan(size);
  const settings: unknown = JSON.parse(await readFile(join(profile, 'settings.json'), 'utf8'));
  expect(settings).toMatchObject({ unfinishedRecording: null });

  const again = await launch('Ana', { profile });
  await expectHome(again.page);
  expectMeeting(await play(again.page, file));
  await expect(again.page.getByText('The recording was', { exact: false })).toHaveCount(0);
  await again.running.close();
});
