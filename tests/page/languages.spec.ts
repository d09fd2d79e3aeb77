import type { Page } from '@playwright/test';

import { OWN_NAMES } from '#languages/ownNames.ts';

import { expect, test } from '../stage/fixtures.ts';
import { LICENCES } from '../stage/licences.ts';
import { RECEIPTS } from '../stage/receipts.ts';
import { STATE_NAMES, STATES, type StateName } from '../stage/states.ts';
import { findClipped, findSaid } from './wordsOnPage.ts';

const SMALL = { width: 640, height: 480 };

/** Whatever stands in a value, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What is the same in every language: names, codes, and whatever else people and machines said. The longest first. */
async function untranslatable(page: Page, state: StateName): Promise<readonly string[]> {
  const shown = await page.evaluate(async () => {
    const { snapshot, engine, bridge } = window.stage;
    // What main answers: titles of windows, licences of packages.
    const looked = bridge.asked.filter(({ route }) => /:(?:list|all|sources|licences|offers)$/.test(route));
    const answers = await Promise.all(looked.map(({ route, request }) => bridge.request(route, request as never)));
    return [snapshot, engine.view, answers] as unknown;
  });
  const all = [shown, STATES[state], RECEIPTS, LICENCES, OWN_NAMES].flatMap(textsIn).map((text) => text.trim());
  return all.filter(Boolean).sort((a, b) => b.length - a.length);
}

/** What else is not of the catalogue. The stage's language is in the place of French, and `Intl` speaks that. */
const FREE = [
  // Brackets with nothing but translated words in them.
  /\[[^[\]]*\]/g,
  // Initials, where there is no picture, and single keys.
  /^\p{L}[\p{L}\d]?$/gu,
  // Times and dates, and what the component library says, for screen readers, by itself.
  /il y a \d+ \p{L}+|hier|avant-hier|maintenant|\d{1,2} \p{L}+\.? \d{4}(?:,|, à| à)?/gu,
  /^(?:Rejeter|Fermer|Ignorer|Effacer la recherche)$/g,
  /\b(?:Ctrl|Shift|Alt|Esc|Space|Tab|Enter|Parley|PageUp|PageDown|Backquote|F\d+|Key[A-Z])\b/g,
  // What takes how much room, by Intl too.
  /[\d,]+\s(?:octets?|[kMG]o)(?!\p{L})/gu,
  // A server that stands as an example.
  /[\w.-]+\.example\.(?:net|org)(?::\d+)?/g,
  // Reasons by their names in the protocol.
  /\b[A-Z]+(?:_[A-Z]+)+\b/g,
  // How pictures and sound are packed and sent.
  /\b(?:VP8|VP9|AV1|H264|opus|UDP|TCP|TLS)\b/g,
];

/** What is left of a text when all that is translated, or can't be, is taken away. */
function leftOf(text: string, same: readonly string[]): string {
  let left = text;
  let before = '';
  while (before !== left) {
    before = left;
    for (const pattern of FREE) left = left.replaceAll(pattern, '').trim();
  }
  for (const one of same) left = left.replaceAll(one, '');
  return left;
}

for (const state of STATE_NAMES) {
  test(`"${state}" has no word that comes from nowhere, and none that is cut off, drawn out, in Arabic or German`, async ({
    stage,
  }) => {
    const { page } = stage;
    await stage.show(state, { language: 'pseudo' });
    const same = await untranslatable(page, state);
    const said = await findSaid(page);
    expect(said.filter((text) => /\p{L}/u.test(leftOf(text, same)))).toEqual([]);
    expect(await findClipped(page)).toEqual([]);

    await page.setViewportSize(SMALL);
    expect(await findClipped(page)).toEqual([]);
    for (const language of ['ar', 'de'] as const) {
      await stage.speak(language);
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
      expect(await findClipped(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALL.width);
    }
    expect(await page.evaluate(() => window.stage.missing)).toEqual([]);
  });
}
