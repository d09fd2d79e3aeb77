import type { Page } from '@playwright/test';

import { expect, test } from './harness/fixtures.ts';
import { chooseAbout, controls, expectMovingVideo, expectSound, tile } from './harness/flows.ts';
import { inbound } from './harness/mediaWatch.ts';

const widthOf = async (page: Page, name: string): Promise<number> => (await tile(page, name).boundingBox())?.width ?? 0;
/** So many times as wide as the other's is one's tile. */
const timesAsWide = async (page: Page, name: string, other: string): Promise<number> =>
  (await widthOf(page, name)) / (await widthOf(page, other));

async function chooseView(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitemradio', { name: item, exact: true }).click();
}

/** Pictures that are decoded between two moments, of which the later one has heard something new. */
async function picturesMeanwhile(page: Page): Promise<number> {
  const before = (await inbound(page)).framesDecoded;
  await expectSound(page);
  return (await inbound(page)).framesDecoded - before;
}

test('whom I pin is large for me, and for nobody else', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await tile(ana.page, 'Ben').dblclick();
  await expect(tile(ana.page, 'Ben').getByRole('img', { name: 'Pinned by you' })).toBeVisible();
  await expect.poll(() => timesAsWide(ana.page, 'Ben', 'Ana')).toBeGreaterThan(2);
  expect(await timesAsWide(ben.page, 'Ben', 'Ana')).toBeCloseTo(1);

  await tile(ana.page, 'Ben').click({ button: 'right' });
  await ana.page.getByRole('menuitem', { name: 'Unpin' }).click();
  await expect.poll(() => timesAsWide(ana.page, 'Ben', 'Ana')).toBeCloseTo(1);
});

test('whom the host puts in the spotlight is large for everybody, until it is taken back', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await tile(ana.page, 'Ben').hover();
  await ana.page.getByRole('button', { name: 'Options for Ben' }).click();
  await ana.page.getByRole('menuitem', { name: 'Spotlight for everyone' }).click();

  for (const { page } of [ana, ben]) {
    await expect(tile(page, 'Ben').getByRole('img', { name: 'In the spotlight' })).toBeVisible();
    await expect.poll(() => timesAsWide(page, 'Ben', 'Ana')).toBeGreaterThan(2);
  }
  await expect(ben.page.getByText('You are in the spotlight: everybody sees you large').first()).toBeVisible();

  // Not Ben's to end: a guest has no such entry.
  await tile(ben.page, 'Ben').click({ button: 'right' });
  await expect(ben.page.getByRole('menuitem', { name: 'Pin for me' })).toBeVisible();
  await expect(ben.page.getByRole('menuitem', { name: 'End the spotlight' })).toHaveCount(0);
  await ben.page.keyboard.press('Escape');

  await chooseAbout(ana.page, 'Ben', 'End the spotlight');
  for (const { page } of [ana, ben]) await expect.poll(() => timesAsWide(page, 'Ben', 'Ana')).toBeCloseTo(1);
});

test('the picture of a tile on another page is not sent, and comes with its page', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ana.page);

  // Room for one tile.
  await ana.page.setViewportSize({ width: 370, height: 330 });
  await expect(tile(ana.page, 'Ben')).toHaveCount(0);
  await expect.poll(() => picturesMeanwhile(ana.page)).toBe(0);
  await expectMovingVideo(ben.page);

  await ana.page.keyboard.press('PageDown');
  await expect(tile(ana.page, 'Ben').locator('video')).toBeVisible();
  await expectMovingVideo(ana.page);

  await ana.page.getByRole('button', { name: 'Previous page' }).click();
  await expect.poll(() => picturesMeanwhile(ana.page)).toBe(0);
});

test('nobody’s picture is sent to a window that is hidden, and everybody’s again when it is back', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ana.page);
  const show = (shown: boolean) =>
    ana.running.app.evaluate(({ BrowserWindow }, isShown) => {
      const [window] = BrowserWindow.getAllWindows();
      if (isShown) window?.show();
      else window?.hide();
    }, shown);
  await show(false);
  await expect.poll(() => picturesMeanwhile(ana.page)).toBe(0);
  await expectMovingVideo(ben.page);
  await show(true);
  await expectMovingVideo(ana.page);
});

test('my own picture is moved from corner to corner by keyboard, and hidden', async ({ meet }) => {
  const [ana] = await meet(['Ana', 'Ben']);
  const { page } = ana;
  await chooseView(page, 'In a corner');
  const stage = await page.getByRole('region', { name: 'Stage' }).boundingBox();
  const corner = async (): Promise<string> => {
    const box = await tile(page, 'Ana').boundingBox();
    if (!box || !stage) return 'nowhere';
    const isTop = box.y + box.height / 2 < stage.y + stage.height / 2;
    return `${isTop ? 'top' : 'bottom'} ${box.x + box.width / 2 < stage.x + stage.width / 2 ? 'left' : 'right'}`;
  };
  await expect.poll(corner).toBe('bottom right');
  await page.getByRole('button', { name: 'Move your picture with the arrow keys' }).focus();
  for (const [key, where] of [
    ['ArrowLeft', 'bottom left'],
    ['ArrowUp', 'top left'],
    ['ArrowRight', 'top right'],
    ['ArrowDown', 'bottom right'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(corner).toBe(where);
  }
  await chooseView(page, 'Hide self view');
  await expect(tile(page, 'Ana')).toHaveCount(0);
  await expect(tile(page, 'Ben')).toBeVisible();
});

test('in full screen the controls go while the pointer stands still, and stay where they are focused', async ({
  meet,
}) => {
  const [{ page }] = await meet(['Ana', 'Ben']);
  const mute = controls(page).getByRole('button', { name: 'Mute' });
  const opacity = (): Promise<string> => controls(page).evaluate((bar) => getComputedStyle(bar).opacity);
  await page.mouse.move(300, 200);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect(page.getByRole('button', { name: 'View', exact: true })).toBeHidden();
  await expect.poll(opacity).toBe('0');
  await page.mouse.move(320, 220);
  await expect.poll(opacity).toBe('1');

  await mute.focus();
  await page.keyboard.press('Shift');
  await expect(page.getByRole('region', { name: 'Stage' })).toHaveClass(/still/);
  expect(await opacity()).toBe('1');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  await expect(page.getByRole('button', { name: 'View', exact: true })).toBeVisible();
});
