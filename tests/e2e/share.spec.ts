import type { Page } from '@playwright/test';

import { type ColouredWindow, difference, openColours, pictureIn } from './harness/colours.ts';
import { expect, test } from './harness/fixtures.ts';
import { chooseAbout, controls, expectHome, openPeople } from './harness/flows.ts';
import { countMedia, expectReleased } from './harness/mediaWatch.ts';
import { WindowManager } from './harness/windowManager.ts';

/** What VP8 may make of a plain colour, of 255. */
const TOLERANCE = 24;

const NAME = 'Colour blocks';

let manager: WindowManager;
let colours: ColouredWindow | null = null;

test.beforeAll(async () => {
  manager = await WindowManager.open();
});
test.afterEach(async () => {
  await colours?.close();
  colours = null;
});
test.afterAll(() => manager.close());

const picker = (page: Page) => page.getByRole('dialog', { name: 'What would you like to share?' });
const screenOf = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Stage' }).getByRole('group', { name: `Screen of ${name}` });
const kinds = async (page: Page): Promise<readonly string[]> => [...(await countMedia(page)).liveTracks].sort();

async function openPicker(page: Page): Promise<void> {
  await controls(page).getByRole('button', { name: 'Share screen' }).click();
  await expect(picker(page)).toBeVisible();
}

/** By the keyboard alone, once it is open. */
async function shareScreen(page: Page, press = 'Share'): Promise<void> {
  await openPicker(page);
  await picker(page).getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await picker(page).getByRole('button', { name: press, exact: true }).press('Enter');
  await expect(picker(page)).toBeHidden();
}

async function shareColours(page: Page): Promise<void> {
  colours = await openColours();
  await openPicker(page);
  await picker(page).getByRole('tab', { name: 'Windows' }).click();
  const radio = picker(page).getByRole('radio', { name: NAME });
  await expect(radio).toBeVisible({ timeout: 15_000 });
  await expect(radio.locator('xpath=ancestor-or-self::label').locator('img').first()).toBeVisible();
  await radio.check({ force: true });
  await picker(page).getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText(`You are sharing ${NAME}`)).toBeVisible();
}

test('a window is seen by the others as it is, beside the camera, until the sharer stops', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await shareColours(ana.page);
  const tile = screenOf(ben.page, 'Ana');
  await expect(tile).toBeVisible();
  await expect
    .poll(async () => difference((await pictureIn(tile))?.colours ?? []), { timeout: 20_000 })
    .toBeLessThan(TOLERANCE);
  const picture = await pictureIn(tile);
  expect(picture?.width).toBeGreaterThan(850);
  expect(picture?.height).toBeGreaterThan(600);
  expect(await kinds(ana.page)).toEqual(['audio', 'video', 'video']);
  const tray = await ana.tray();
  await expect.poll(() => tray.labels()).toContain('Stop sharing');

  await controls(ana.page).getByRole('button', { name: 'Stop sharing' }).click();
  await expect(tile).toBeHidden();
  await expect.poll(() => kinds(ana.page)).toEqual(['audio', 'video']);
  await expect(ana.page.getByText(`You are sharing ${NAME}`)).toBeHidden();
  await expect.poll(() => tray.labels()).not.toContain('Stop sharing');
});

test('sharing ends with a word when the window is closed', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await shareColours(ana.page);
  await expect(screenOf(ben.page, 'Ana')).toBeVisible();
  await colours?.close();
  await expect(ana.page.getByTestId('assertive')).toContainText(`You are not sharing any more: ${NAME} was closed.`);
  await expect(screenOf(ben.page, 'Ana')).toBeHidden();
  await expect(controls(ana.page).getByRole('button', { name: 'Share screen' })).toBeVisible();
  await expect.poll(() => kinds(ana.page)).toEqual(['audio', 'video']);
});

test('whoever would like to share asks who does, and begins when they agree', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await shareScreen(ana.page);
  await expect(screenOf(ben.page, 'Ana')).toBeVisible();

  await shareScreen(ben.page, 'Ask to share');
  await expect(ben.page.getByText('Ana was asked to let you share')).toBeVisible();
  const question = ana.page.getByRole('dialog', { name: 'Ben would like to share' });
  await question.getByRole('button', { name: 'Keep sharing' }).click();
  await expect(ben.page.getByTestId('assertive')).toContainText('Ana goes on sharing for now.');
  await expect(screenOf(ben.page, 'Ana')).toBeVisible();

  // Ben was told no a moment ago, so it is Ana who gives way now.
  await controls(ana.page).getByRole('button', { name: 'Stop sharing' }).click();
  await expect(screenOf(ben.page, 'Ana')).toBeHidden();
  await shareScreen(ben.page);
  await shareScreen(ana.page, 'Ask to share');
  await ben.page
    .getByRole('dialog', { name: 'Ana would like to share' })
    .getByRole('button', { name: 'Let them share' })
    .click();
  await expect(ana.page.getByText(/^You are sharing/)).toBeVisible();
  await expect(screenOf(ben.page, 'Ana')).toBeVisible();
  await expect.poll(() => kinds(ben.page)).toEqual(['audio', 'video']);
});

test('a host stops a share, which is closed, and its owner reads who it was', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await shareScreen(ben.page);
  await expect(screenOf(ana.page, 'Ben')).toBeVisible();
  await openPeople(ana.page);
  await chooseAbout(ana.page, 'Ben', 'Stop their screen share');
  await expect(ben.page.getByTestId('polite')).toContainText('Ana stopped your screen share');
  await expect(screenOf(ana.page, 'Ben')).toBeHidden();
  await expect.poll(() => kinds(ben.page)).toEqual(['audio', 'video']);
});

test('leaving while sharing closes the screen before the meeting counts as left', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await shareScreen(ben.page);
  await expect(screenOf(ana.page, 'Ben')).toBeVisible();
  await ben.page.evaluate(() => {
    window.parley.on('notice', ({ type }) => {
      const watch = globalThis.mediaWatch;
      if (type !== 'meeting-left' || !watch) return;
      const live = [...watch.tracks].filter((held) => held.deref()?.readyState === 'live');
      document.documentElement.dataset['liveAtExit'] = String(live.length);
    });
  });
  await ben.leave();
  await expectReleased(ben.page);
  await expect(ben.page.locator('html')).toHaveAttribute('data-live-at-exit', '0');
  await expectHome(ben.page);
  await expect(screenOf(ana.page, 'Ben')).toBeHidden();
});
