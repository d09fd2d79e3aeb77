import type { Page } from '@playwright/test';

import { expect, test } from './harness/fixtures.ts';
import {
  chooseAbout,
  controls,
  expectMovingVideo,
  expectSound,
  hostMeeting,
  joinMeeting,
  openPeople,
  tile,
} from './harness/flows.ts';
import { inbound } from './harness/mediaWatch.ts';

const hand = (page: Page, name: string, place: number) =>
  tile(page, name).getByRole('img', { name: `Hand raised, number ${place}` });
const raise = (page: Page) => controls(page).getByRole('button', { name: 'Raise hand' });
const lower = (page: Page) => controls(page).getByRole('button', { name: 'Lower hand' });

test('hands stand in the order in which they went up, for everybody, and the host lowers them', async ({ launch }) => {
  const [ana, ben, cleo] = await Promise.all([launch('Ana'), launch('Ben'), launch('Cleo')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await joinMeeting(cleo.page, 'Cleo', link);

  await cleo.page.keyboard.press('Control+Shift+H');
  await expect(hand(ben.page, 'Cleo', 1)).toBeVisible();
  await raise(ben.page).click();
  for (const { page } of [ana, ben, cleo]) {
    await expect(hand(page, 'Cleo', 1)).toBeVisible();
    await expect(hand(page, 'Ben', 2)).toBeVisible();
  }
  await expect(ana.page.getByText('Ben raised a hand').first()).toBeVisible();

  const panel = await openPeople(ana.page);
  const hands = panel.getByRole('region', { name: /^Raised hands/ });
  await expect(hands.getByRole('listitem')).toHaveCount(2);
  await expect(hands.getByRole('listitem').first()).toContainText('Cleo');
  await chooseAbout(ana.page, 'Cleo', 'Lower their hand');
  await expect(cleo.page.getByText('Your hand is down').first()).toBeVisible();
  await expect(raise(cleo.page)).toBeVisible();
  await expect(hand(ben.page, 'Ben', 1)).toBeVisible();
  await expect(lower(ben.page)).toBeVisible();

  await ben.leave();
  await expect(hands).toHaveCount(0);
});

test('a reaction is over the tile of who sent it for a moment, is said once, and is gone', async ({ launch }) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expect(tile(ana.page, 'Ben')).toBeVisible();

  await controls(ben.page).getByRole('button', { name: 'Reactions' }).click();
  const palette = ben.page.getByRole('dialog', { name: 'Reactions' });
  await palette.getByRole('button', { name: 'Applause' }).click();

  for (const { page } of [ana, ben]) {
    await expect(tile(page, 'Ben').locator('[data-reaction="applause"]')).toBeVisible();
  }
  await expect(ana.page.getByTestId('polite')).toContainText('Ben: Applause');
  await expect(tile(ana.page, 'Ben').locator('[data-reaction]')).toHaveCount(0);
  await expect(ben.page.getByTestId('polite')).not.toContainText('Applause');
});

test('people are found by a part of their name', async ({ launch }) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);

  const panel = await openPeople(ana.page);
  await expect(panel.getByRole('listitem')).toHaveCount(2);
  const search = panel.getByRole('searchbox', { name: 'Find somebody' });
  await search.fill('be');
  await expect(panel.getByRole('listitem')).toHaveText([/Ben/]);
  await search.press('Escape');
  await expect(panel.getByRole('listitem')).toHaveCount(2);
});

test('how the connection to somebody is, is graded, and read in figures of the last second', async ({ launch }) => {
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben')]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expectMovingVideo(ana.page);

  const panel = await openPeople(ana.page);
  const row = panel.getByRole('listitem').filter({ hasText: 'Ben' });
  await expect(row.getByRole('img', { name: /^(Good|Fair|Poor) connection$/ })).toBeVisible();

  await chooseAbout(ana.page, 'Ben', 'Connection details');
  const sheet = ana.page.getByRole('dialog', { name: 'Connection with Ben' });
  const figure = (name: string) => sheet.getByText(name, { exact: true }).locator('xpath=following-sibling::dd');
  await expect(figure('Their picture')).toHaveText(/^\d+ × \d+, \d+ a second · VP8$/);
  await expect(figure('Your picture')).toHaveText(/^\d+ × \d+, \d+ a second · VP8$/);
  await expect(figure('Round trip')).toHaveText(/^\d+ ms$/);
  await expect(figure('Receiving')).toHaveText(/^[1-9][\d,]* kbit\/s$/);
  await expect(figure('Sending')).toHaveText(/^[1-9][\d,]* kbit\/s$/);
  await expect(figure('Sound')).toHaveText('opus');
  await expect(figure('Route')).toHaveText('Direct · UDP');
  const before = await figure('Receiving').textContent();
  await expect(figure('Receiving')).not.toHaveText(before ?? '');

  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(sheet).toHaveCount(0);
});

test('whoever asked for it is told that they talk while muted, and nothing of it is heard', async ({ launch }) => {
  // The fake microphone beeps twice a second, which what clears speech of noise would rightly take for none.
  const settings = { hearWhileMuted: true, noiseSuppression: false, echoCancellation: false, automaticGain: false };
  const [ana, ben] = await Promise.all([launch('Ana'), launch('Ben', { settings })]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await expectSound(ana.page);

  await controls(ben.page).getByRole('button', { name: 'Mute', exact: true }).click();
  const banner = ben.page.getByText('You are muted: nobody hears you.');
  await expect(tile(ana.page, 'Ben').getByRole('img', { name: 'Muted' })).toBeVisible();
  await expect.poll(async () => [...(await ben.media()).liveTracks].sort()).toEqual(['audio', 'video']);
  await expect(banner).toBeVisible();
  // What was said before may still be played; then, while pictures go on, not a sound is added.
  const added = async (): Promise<number> => {
    const before = await inbound(ana.page);
    await expect.poll(async () => (await inbound(ana.page)).framesDecoded).toBeGreaterThan(before.framesDecoded + 30);
    return (await inbound(ana.page)).audioEnergy - before.audioEnergy;
  };
  await expect.poll(added, { timeout: 30_000 }).toBeLessThan(1e-6);

  await ben.page.getByRole('button', { name: 'Unmute me' }).click();
  await expect(banner).toHaveCount(0);
  await expectSound(ana.page);

  await controls(ben.page).getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(banner).toBeVisible();
  await ben.leave();
  await expect.poll(async () => (await ben.media()).liveTracks).toEqual([]);
});
