import { expect, test } from '../stage/fixtures.ts';
import { STATE_NAMES } from '../stage/states.ts';
import { outOfReach } from './reach.ts';

/** What is left of a window of 1280x800 when everything in it is twice as large (WCAG 1.4.4). */
const TWICE = { width: 640, height: 400 };

for (const state of STATE_NAMES) {
  test(`${state} at 200 % loses no control, and nothing at its side`, async ({ stage }) => {
    // What is done to get there is done before it becomes large.
    await stage.show(state);
    await stage.page.setViewportSize(TWICE);
    // A menu that is open goes along with what it belongs to, a moment later.
    await expect
      .poll(() => stage.page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(TWICE.width);
    await expect.poll(() => outOfReach(stage.page)).toEqual([]);
  });
}
