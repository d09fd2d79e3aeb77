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
  test(`axe finds nothing in "${state}", and in the dark and in high contrast no contrast that is too low`, async ({
    stage,
  }) => {
    await stage.show(state, { theme: 'light' });
    expect(await found(axe(stage.page).withTags(RULES))).toEqual([]);
    for (const look of ['dark', 'light-contrast', 'dark-contrast'] as const) {
      await stage.turn(look);
      const rules = look === 'dark' ? ['color-contrast'] : ['color-contrast', 'color-contrast-enhanced'];
      expect(await found(axe(stage.page).withRules(rules)), look).toEqual([]);
    }
    expect(stage.complaints).toEqual([]);
  });
}
