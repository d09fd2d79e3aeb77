import { join } from 'node:path';

import { ROOT } from '#build/setup/paths.mjs';

import { expect, test } from '../stage/fixtures.ts';
import { STATE_NAMES } from '../stage/states.ts';

const OUT = join(ROOT, 'out/screens/everywhere');

const SIZES = [
  { width: 1280, height: 800 },
  { width: 640, height: 480 },
  { width: 3840, height: 2160 },
] as const;

/** In the order in which one leads to the next, from how a state is shown first. */
const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ar', theme: 'dark' },
  { language: 'ar', theme: 'light' },
] as const;

for (const size of SIZES) {
  const at = `${size.width}x${size.height}`;

  // Fifty people are on one page there.
  const states = STATE_NAMES.filter((state) => size.width < 3840 || state !== 'meeting-50-second-page');
  for (const state of states) {
    test(`${state} at ${at} draws without complaint, in English and Arabic, light and dark`, async ({ stage }) => {
      await stage.show(state, size);
      for (const { language, theme } of LOOKS) {
        await stage.speak(language);
        await stage.turn(theme);
        await stage.page.screenshot({ path: join(OUT, `${state}.${language}.${theme}.${at}.png`) });
      }
      expect(stage.complaints).toEqual([]);
      expect(await stage.page.evaluate(() => window.stage.missing)).toEqual([]);
    });
  }
}
