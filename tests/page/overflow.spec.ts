import { expect, test } from '../stage/fixtures.ts';

/** What a finger or an unsteady hand hits; the arrows beside mute and video are as high, and narrower. */
const TARGET = 44;

for (const width of [640, 480, 400, 360]) {
  test(`at ${width} pixels the bar stays one row in the window, and what does not fit is behind More`, async ({
    stage,
  }) => {
    const { page } = stage;
    await stage.show('meeting-5', { width, height: 640 });
    const controls = page.getByRole('region', { name: 'Controls' });
    const bar = await controls.boundingBox();
    if (!bar) throw new Error('no controls');
    expect(bar.x).toBeGreaterThanOrEqual(0);
    expect(bar.x + bar.width).toBeLessThanOrEqual(width);
    expect(bar.height).toBeLessThan(2 * TARGET);
    for (const button of await controls.getByRole('button').all()) {
      const name = await button.getAttribute('aria-label');
      const box = await button.boundingBox();
      if (!box || name?.startsWith('Choose')) continue;
      expect([name, Math.min(box.width, box.height) >= TARGET]).toEqual([name, true]);
    }
    for (const name of ['Mute', 'Stop video', 'Leave', 'End for everyone']) {
      await expect(controls.getByRole('button', { name, exact: true })).toBeVisible();
    }
  });
}

test('there is no More where everything fits', async ({ stage }) => {
  await stage.show('meeting-5');
  const controls = stage.page.getByRole('region', { name: 'Controls' });
  await expect(controls.getByRole('button', { name: 'Reactions' })).toBeVisible();
  await expect(controls.getByRole('button', { name: 'More', exact: true })).toHaveCount(0);
});

test('what is behind More is reached by keyboard alone, and focus comes back to it', async ({ stage }) => {
  const { page } = stage;
  await stage.show('meeting-5', { width: 400, height: 640 });
  const controls = page.getByRole('region', { name: 'Controls' });
  const more = controls.getByRole('button', { name: 'More', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'More' });
  await expect(menu.getByRole('menuitem', { name: 'Applause' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();

  await page.keyboard.press('Enter');
  await menu.getByRole('menuitem', { name: 'Raise hand' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      page.evaluate(() => window.stage.bridge.asked.filter(({ route }) => route === 'room:raise-hand').length),
    )
    .toBe(1);
  await expect(more).toBeFocused();
});

test('whoever stands on what goes behind More stands on More', async ({ stage }) => {
  const { page } = stage;
  await stage.show('meeting-5');
  const controls = page.getByRole('region', { name: 'Controls' });
  await controls.getByRole('button', { name: 'Copy invite' }).focus();
  await page.setViewportSize({ width: 400, height: 640 });
  await expect(controls.getByRole('button', { name: 'More', exact: true })).toBeFocused();
});

for (const state of ['people-host', 'chat-empty'] as const) {
  for (const width of [860, 640, 480]) {
    test(`${state} at ${width} pixels covers nothing of the bar`, async ({ stage }) => {
      const { page } = stage;
      await stage.show(state, { width, height: 480 });
      const controls = page.getByRole('region', { name: 'Controls' });
      const covered = await controls.getByRole('button').evaluateAll(
        (buttons) =>
          buttons.filter((button) => {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            const hit = [left + 4, (left + right) / 2, right - 4].map((x) =>
              document.elementFromPoint(x, (top + bottom) / 2),
            );
            return !hit.every((one) => button.closest('section')?.contains(one));
          }).length,
      );
      expect(covered).toBe(0);
      const panel = await page.getByRole('region', { name: /^(People|Chat)$/ }).boundingBox();
      expect(panel?.height).toBeGreaterThan(240);
    });
  }
}
