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

/** Where the system paints: with its own few colours, or with more contrast. */
const PAINTED = {
  forced: { forcedColors: 'active' },
  contrast: { contrast: 'more' },
} as const;
/** Every state has been seen in light and dark; these stand for the rest in high contrast and with large text. */
const SAMPLES = [
  'home-left',
  'preview-all-off',
  'people-host',
  'meeting-marks',
  'end-dialog-filled',
  'settings',
] as const;

for (const [how, media] of Object.entries(PAINTED)) {
  for (const state of SAMPLES) {
    test(`${state} draws without complaint, ${how}`, async ({ stage }) => {
      await stage.page.emulateMedia(media);
      await stage.show(state);
      await stage.page.screenshot({ path: join(OUT, `${state}.${how}.png`) });
      await stage.page.emulateMedia({ forcedColors: null, contrast: null });
      expect(stage.complaints).toEqual([]);
    });
  }
}

for (const look of ['light-contrast', 'dark-contrast'] as const) {
  for (const state of SAMPLES) {
    test(`${state} draws without complaint, ${look}`, async ({ stage }) => {
      await stage.show(state, { theme: look });
      await stage.page.screenshot({ path: join(OUT, `${state}.${look}.png`) });
      expect(stage.complaints).toEqual([]);
    });
  }
}
