import type { Page } from '@playwright/test';

import { expect, test } from './harness/fixtures.ts';
import {
  chooseAbout,
  controls,
  expectHome,
  expectMovingVideo,
  expectSound,
  hostMeeting,
  joinMeeting,
  openPeople,
  removePerson,
  tile,
} from './harness/flows.ts';
import { NotificationDesk } from './harness/notifications.ts';

const mutedMark = (page: Page, name: string) => tile(page, name).getByRole('img', { name: 'Muted' });
const toggle = (page: Page, name: 'Mute' | 'Unmute') => controls(page).getByRole('button', { name, exact: true });

test('whoever is muted has the microphone really closed, reads by whom, and opens it again themselves', async ({
  launch,
}) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expectMovingVideo(ana.page);
  await expectSound(ana.page);

  await chooseAbout(ana.page, 'Ben', 'Mute');

  await expect(ben.page.getByText('Ana muted you').first()).toBeVisible();
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual(['video']);
  await expect(mutedMark(ana.page, 'Ben')).toBeVisible();
  expect([...(await ana.media()).liveTracks].sort()).toEqual(['audio', 'video']);

  await chooseAbout(ana.page, 'Ben', 'Stop their video');
  await expect(ben.page.getByText('Ana stopped your video').first()).toBeVisible();
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual([]);

  await toggle(ben.page, 'Unmute').click();
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual(['audio']);
  await expect(mutedMark(ana.page, 'Ben')).toHaveCount(0);
  await expectSound(ana.page);
});

test('whoever is muted while no window shows is told by the desktop', async ({ launch }) => {
  const desk = await NotificationDesk.open();
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await ben.closeWindow('Keep running');
  await expect.poll(() => ben.windowVisible()).toBe(false);

  await chooseAbout(ana.page, 'Ben', 'Mute');

  const shown = await desk.titled('Ana muted you');
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual(['video']);
  desk.click(shown);
  await expect.poll(() => ben.windowVisible()).toBe(true);
  desk.close();
});

test('everyone is muted after a second step, but for who ordered it', async ({ launch }) => {
  const [ana, ben, cleo] = await Promise.all([launch('Ana'), launch('Ben'), launch('Cleo')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await joinMeeting(cleo.page, 'Cleo', link);
  await expect(tile(ana.page, 'Cleo')).toBeVisible();

  const panel = await openPeople(ana.page);
  await panel.getByRole('button', { name: 'Mute everyone' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Mute everyone?' });
  await dialog.getByRole('button', { name: 'Mute everyone' }).click();

  for (const { page, media } of [ben, cleo].map((one) => ({ page: one.page, media: () => one.media() }))) {
    await expect.poll(async () => (await media()).liveTracks).toEqual(['video']);
    await expect(toggle(page, 'Unmute')).toBeVisible();
  }
  await expect(dialog).toHaveCount(0);
  expect([...(await ana.media()).liveTracks].sort()).toEqual(['audio', 'video']);
});

test('whoever is asked to unmute is on only by their own yes, and a no reaches who asked', async ({ launch }) => {
  const [ana, ben, cleo] = await Promise.all([launch('Ana'), launch('Ben'), launch('Cleo')]);
  const link = await hostMeeting(ana.page, 'Ana');
  for (const [one, name] of [
    [ben, 'Ben'],
    [cleo, 'Cleo'],
  ] as const) {
    await joinMeeting(one.page, name, link);
    await toggle(one.page, 'Mute').click();
    await expect(mutedMark(ana.page, name)).toBeVisible();
  }

  await chooseAbout(ana.page, 'Ben', 'Ask to unmute');
  const asked = ben.page.getByRole('dialog', { name: 'Ana asks you to unmute' });
  await expect(asked).toBeVisible();
  expect((await ben.media()).liveTracks).toEqual(['video']);
  await asked.getByRole('button', { name: 'Stay muted' }).click();
  await expect(ana.page.getByText('Ben stays muted').first()).toBeVisible();
  expect((await ben.media()).liveTracks).toEqual(['video']);

  await chooseAbout(ana.page, 'Ben', 'Ask to unmute');
  await expect(ana.page.getByText('was asked a moment ago').first()).toBeVisible();
  await expect(asked).toHaveCount(0);

  await chooseAbout(ana.page, 'Cleo', 'Ask to unmute');
  const dialog = cleo.page.getByRole('dialog', { name: 'Ana asks you to unmute' });
  await dialog.getByRole('button', { name: 'Unmute', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => [...(await cleo.media()).liveTracks].sort()).toEqual(['audio', 'video']);
  await expect(mutedMark(ana.page, 'Cleo')).toHaveCount(0);
  await expect(mutedMark(ana.page, 'Ben')).toBeVisible();
});

test('whoever was barred is listed, let back in by one press, and joins again', async ({ launch }) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await removePerson(ana.page, 'Ben', { bar: true });
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Back to home' }).click();
  await expectHome(ben.page);

  const list = (await openPeople(ana.page)).getByRole('region', { name: /^Not let back in/ });
  await expect(list.getByRole('listitem')).toHaveText(/Ben.*By Ana/);
  await list.getByRole('button', { name: 'Let back in' }).click();
  await expect(list).toHaveCount(0);

  await joinMeeting(ben.page, 'Ben', link);
  await expect(tile(ana.page, 'Ben')).toBeVisible();
  await expectMovingVideo(ben.page);
});
