import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from '../stage/fixtures.ts';
import { STATE_NAMES } from '../stage/states.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** An Electron window can't open a second page to collect what was found in frames, and there are no frames. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

const found = async (builder: AxeBuilder): Promise<unknown> => {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
};

for (const state of STATE_NAMES) {
  test(`axe finds nothing in "${state}", and in the dark no contrast that is too low`, async ({ stage }) => {
    await stage.show(state, { theme: 'light' });
    expect(await found(axe(stage.page).withTags(RULES))).toEqual([]);
    await stage.turn('dark');
    expect(await found(axe(stage.page).withRules(['color-contrast']))).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
}
