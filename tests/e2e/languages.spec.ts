import type { Page } from '@playwright/test';

import { ar } from '#languages/ar/ar.ts';
import { en } from '#languages/en/en.ts';
import { OWN_NAMES } from '#languages/ownNames.ts';

import { expect, test } from './harness/fixtures.ts';
import { hostMeeting, pressAway } from './harness/flows.ts';

const direction = (page: Page): Promise<unknown> =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

/** In the settings, which are in the language of these words. */
async function choose(page: Page, words: typeof en | typeof ar, name: string): Promise<void> {
  await page.getByRole('button', { name: words.home.settings }).first().click();
  await page.getByRole('tab', { name: words.settings.sections.language }).click();
  await page.locator('label', { has: page.getByRole('radio', { name, exact: true }) }).click();
}

test('a language is chosen in the middle of a meeting: page, tray and dialogs speak it, and after a restart too', async ({
  launch,
}) => {
  const ana = await launch('Ana');
  await hostMeeting(ana.page, 'Ana');
  const tray = await ana.tray();
  await expect.poll(() => tray.labels()).toContain(en.outside.tray.leave);
  expect(await direction(ana.page)).toEqual(['en', 'ltr']);

  await choose(ana.page, en, OWN_NAMES.ar);
  await expect.poll(() => direction(ana.page)).toEqual(['ar', 'rtl']);
  await expect.poll(() => tray.labels()).toContain(ar.outside.tray.leave);
  expect(await tray.labels()).toContain(ar.outside.tray.quit);
  await ana.page.getByRole('button', { name: ar.settings.close }).click();
  const controls = ana.page.getByRole('region', { name: ar.meeting.controls });
  await expect(controls.getByRole('button', { name: ar.capture.mute })).toBeVisible();

  // What main asks, the page says.
  await ana.running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const dialog = ana.page.getByRole('dialog', { name: ar.prompts.closeWindow.title });
  await pressAway(dialog.getByRole('button', { name: ar.prompts.closeWindow.leave, exact: true }));
  await ana.ended();

  const again = await launch('Ana', { profile: ana.running.profile });
  await expect.poll(() => direction(again.page)).toEqual(['ar', 'rtl']);
  await expect(again.page.getByRole('button', { name: ar.home.newMeeting })).toBeVisible();
  const trayAgain = await again.tray();
  await expect.poll(() => trayAgain.labels()).toContain(ar.outside.tray.quit);

  await choose(again.page, ar, OWN_NAMES.en);
  await expect.poll(() => direction(again.page)).toEqual(['en', 'ltr']);
  await expect.poll(() => trayAgain.labels()).toContain(en.outside.tray.quit);
});

test('without a choice Parley speaks what the system does', async ({ launch }) => {
  const { page } = await launch('Dieter', {
    settings: { language: 'system' },
    env: { LANGUAGE: 'de_AT', LANG: 'de_AT.UTF-8' },
  });
  await expect.poll(() => direction(page)).toEqual(['de', 'ltr']);
});
