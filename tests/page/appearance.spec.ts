import type { Page } from '@playwright/test';

import type { StateName } from '../stage/states.ts';
import { expect, test } from '../stage/fixtures.ts';

const on = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { theme, contrast, motion } = document.documentElement.dataset;
    return { theme, contrast, motion };
  });

/** A colour of what is on the document, as the page draws with it. */
const token = (page: Page, name: string): Promise<string> =>
  page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim(), name);

test.afterEach(async ({ stage }) => {
  await stage.page.emulateMedia({ contrast: null, reducedMotion: null, colorScheme: null, forcedColors: null });
});

test('more contrast is there as soon as the system asks for it, and gone when it does not any more', async ({
  stage,
}) => {
  await stage.show('home');
  const usual = await token(stage.page, 'accent');
  await stage.page.emulateMedia({ contrast: 'more' });
  await expect.poll(() => on(stage.page)).toMatchObject({ contrast: 'more' });
  expect(await token(stage.page, 'accent')).not.toBe(usual);
  await stage.page.emulateMedia({ contrast: 'no-preference' });
  await expect.poll(() => on(stage.page)).toMatchObject({ contrast: 'usual' });
  expect(await token(stage.page, 'accent')).toBe(usual);
});

test('high contrast of the settings is the one of the system', async ({ stage }) => {
  await stage.page.emulateMedia({ contrast: 'more' });
  await stage.show('home', { theme: 'dark' });
  const system = await token(stage.page, 'accent');
  await stage.page.emulateMedia({ contrast: 'no-preference' });
  await stage.show('home', { theme: 'dark-contrast' });
  expect(await token(stage.page, 'accent')).toBe(system);
});

test('nothing moves where the system asks for less motion', async ({ stage }) => {
  await stage.page.emulateMedia({ reducedMotion: 'reduce' });
  await stage.show('meeting-5');
  await expect.poll(() => on(stage.page)).toMatchObject({ motion: 'less' });
  const moving = await stage.page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => getComputedStyle(element))
      .filter(({ transitionDuration, animationName, animationDuration }) => {
        const isStill = /^(0s(, )?)+$/;
        return !isStill.test(transitionDuration) || (animationName !== 'none' && !isStill.test(animationDuration));
      })
      .map(({ transitionDuration, animationName }) => `${transitionDuration} ${animationName}`),
  );
  expect(moving).toEqual([]);
});

test("in the system's own few colours every button still has an edge, and what is chosen can be told", async ({
  stage,
}) => {
  await stage.page.emulateMedia({ forcedColors: 'active' });
  await stage.show('settings-appearance');
  const tab = stage.page.getByRole('tab', { name: 'Appearance' });
  await expect(tab).toHaveCSS('outline-style', 'solid');
  const edges = await stage.page
    .getByRole('dialog')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderTopWidth));
  expect(edges.length).toBeGreaterThan(0);
  expect(edges.filter((width) => width === '0px')).toEqual([]);
});

/** What has most on it, in the smallest window that is common. */
const FULL: readonly StateName[] = [
  'home',
  'preview',
  'meeting-5',
  'people-host',
  'settings-appearance',
  'end-dialog-filled',
];

for (const state of FULL) {
  test(`${state} with text half as large again is not cut off at the side in 640x480`, async ({ stage }) => {
    await stage.show(state, { width: 640, height: 480 });
    await stage.page.evaluate(() => {
      const { snapshot, bridge } = window.stage;
      bridge.push('snapshot', { ...snapshot, settings: { ...snapshot.settings, textSize: 150 } });
    });
    await expect.poll(() => stage.page.evaluate(() => document.documentElement.style.fontSize)).toBe('150%');
    // The bar looks anew at what fits.
    await expect.poll(() => stage.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    for (const button of await stage.page.getByRole('button').all()) {
      if (!(await button.isVisible())) continue;
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      expect(box && box.x >= -0.5 && box.x + box.width <= 640.5, await button.innerText()).toBe(true);
    }
  });
}
