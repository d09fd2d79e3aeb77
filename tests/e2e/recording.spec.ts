import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { removeProfile } from '#tests/fixtures/removeProfile.ts';

import { expect, test as base } from './harness/fixtures.ts';
import { controls, expectHome, expectMovingVideo, hostMeeting, joinMeeting, openMeeting } from './harness/flows.ts';

/** What a recording turns out to be when it is played. */
interface Played {
  readonly seconds: number;
  readonly width: number;
  /** How much the picture changes from beginning to end, and how much there is in it (0..255). */
  readonly change: number;
  readonly detail: number;
  /** The loudest moment, 0..1. */
  readonly loudness: number;
}

const test = base.extend<{ readonly folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-recordings-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
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

/** Plays a file from the disk in a page: decodes all of its sound, and its pictures at the beginning and at the end. */
async function play(page: Page, file: string): Promise<Played> {
  const bytes = (await readFile(file)).toString('base64');
  return page.evaluate(async (encoded) => {
    const blob = new Blob([Uint8Array.from(atob(encoded), (letter) => letter.codePointAt(0) ?? 0)]);
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await blob.arrayBuffer());
    const loudness = sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

    const video = document.createElement('video');
    video.muted = true;
    video.src = URL.createObjectURL(blob);
    const once = (event: string) =>
      new Promise<void>((resolve, reject) => {
        video.addEventListener(event, () => resolve(), { once: true });
        video.addEventListener('error', () => reject(new Error(video.error?.message ?? 'it does not play')));
      });
    await once('loadeddata');
    // A recording that was written as it came does not say how long it is before its end was looked for.
    const goTo = async (seconds: number) => {
      const there = once('seeked');
      video.currentTime = seconds;
      await there;
    };
    await goTo(1e6);
    const seconds = video.currentTime;
    const pictureAt = async (at: number) => {
      await goTo(at);
      const context = new OffscreenCanvas(64, 36).getContext('2d');
      if (!context) throw new Error('there is no canvas to look at it on');
      context.drawImage(video, 0, 0, 64, 36);
      return context.getImageData(0, 0, 64, 36).data;
    };
    const first = await pictureAt(0.5);
    const last = await pictureAt(Math.max(0.6, seconds - 0.3));
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- It goes into the page with the rest.
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const average = mean([...first]);
    return {
      seconds,
      width: video.videoWidth,
      change: mean([...first].map((value, at) => Math.abs(value - (last[at] ?? 0)))),
      detail: mean([...first].map((value) => Math.abs(value - average))),
      loudness,
    };
  }, bytes);
}

function expectMeeting(played: Played): void {
  expect(played.seconds).toBeGreaterThan(2);
  expect(played.width).toBe(1280);
  expect(played.detail).toBeGreaterThan(20);
  expect(played.change).toBeGreaterThan(0.05);
  expect(played.loudness).toBeGreaterThan(0.01);
}

test('two people are recorded with everybody knowing, and the file plays', async ({ launch, folder }) => {
  test.slow(); // Three apps, and a picture of all of them is encoded besides.
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
  await expect.poll(() => ana.media()).toEqual({ liveTracks: [], openConnections: 0 });
  expectMeeting(await play(ana.page, file));
});

test('an app that is killed inside a recording offers what there was at its next start', async ({ launch, folder }) => {
  const profile = await mkdtemp(join(tmpdir(), 'parley-profile-'));
  const ana = await launch('Ana', { profile });
  const { page } = ana;
  await page.evaluate((name) => window.parley.request('settings:change', { displayName: name }), 'Ana');
  await ana.running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
  await page.evaluate(() => window.parley.request('recording:choose-folder', {}));
  await hostMeeting(page, 'Ana');
  await record(page);
  const file = await grownFile(folder, 100_000);
  await ana.kill();

  const again = await launch('Ana', { profile });
  await expect(again.page.getByText('The recording was interrupted', { exact: false })).toBeVisible();
  await expect(again.page.getByText(`At ${file}`)).toBeVisible();
  expectMeeting(await play(again.page, file));
  await again.page.getByRole('button', { name: 'Dismiss' }).first().click();
  await again.running.close();
  await removeProfile(profile);
});
