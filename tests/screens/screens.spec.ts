import { join } from 'node:path';

import { ROOT } from '#build/setup/paths.mjs';

import { STATE_NAMES } from '../stage/states.ts';
import { expect, test } from '../stage/fixtures.ts';

const OUT = join(ROOT, 'out/screens');

for (const state of STATE_NAMES) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${state} draws without complaint, ${theme}`, async ({ stage }) => {
      await stage.show(state, { theme });
      await stage.page.screenshot({ path: join(OUT, `${state}.${theme}.png`) });
      expect(stage.complaints).toEqual([]);
      expect(await stage.page.evaluate(() => window.stage.missing)).toEqual([]);
    });
  }
}
