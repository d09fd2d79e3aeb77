import { describe, expect, test } from 'vitest';

import { loadCatalogue } from '#languages/catalogues.ts';
import { en } from '#languages/en/en.ts';
import { PLURAL_FORMS } from '#languages/translation.ts';
import { createWords, learn } from '#languages/words.ts';
import { Language } from '#protocol/language.ts';

type Leaves = ReadonlyMap<string, string>;

function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\{\s*\w+\s*\}\}/g))].map((found) => found.replaceAll(/[{}\s]/g, '')).sort();

const ENGLISH: Leaves = new Map(leaves(en));
const COUNTED = /_(zero|one|two|few|many|other)$/;
const isCounted = (path: string): boolean => COUNTED.test(path) && ENGLISH.has(path.replace(COUNTED, '_other'));
const baseOf = (path: string): string => (isCounted(path) ? path.replace(COUNTED, '') : path);
const bases = (all: Leaves): readonly string[] => [...new Set([...all.keys()].map(baseOf))].sort();
/** What English says where another language says this: the other plural forms have no English of their own. */
const sourceOf = (path: string): string => ENGLISH.get(isCounted(path) ? path.replace(COUNTED, '_other') : path) ?? '';

const OTHERS = Language.options.filter((tag) => tag !== 'en');

describe.each(OTHERS)('the words in %s', (tag) => {
  const load = async (): Promise<Leaves> => new Map(leaves(await loadCatalogue(tag)));

  test('are the same as in English, none missing and none too many', async () => {
    expect(bases(await load())).toEqual(bases(ENGLISH));
  });

  test('have every plural form that the language needs', async () => {
    const all = await load();
    const counted = [...ENGLISH.keys()].filter((path) => isCounted(path) && path.endsWith('_other')).map(baseOf);
    const missing = counted.flatMap((base) =>
      PLURAL_FORMS[tag].map((form) => `${base}_${form}`).filter((path) => !all.has(path)),
    );
    expect(missing).toEqual([]);
  });

  test('have the placeholders of the English ones; only a form for one, two or none may do without its number', async () => {
    const wrong = [...(await load())].filter(([path, text]) => {
      const here = placeholders(text);
      const there = placeholders(sourceOf(path));
      const spare = /_(zero|one|two)$/.test(path) && isCounted(path) ? ['count'] : [];
      const missing = there.filter((name) => !here.includes(name) && !spare.includes(name));
      return missing.length > 0 || here.some((name) => !there.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  test('are nowhere empty, and nowhere have blanks that nobody sees', async () => {
    const wrong = [...(await load())].filter(
      ([, text]) => text.trim() === '' || text !== text.trim() || / {2}/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  test('are words of that language: next to nothing stayed English', async () => {
    // Names, and words that both languages have.
    const long = [...(await load())].filter(([, text]) => text.split(' ').length > 3);
    expect(long.filter(([path, text]) => text === ENGLISH.get(path))).toEqual([]);
  });

  test('count as the language does', async () => {
    const words = createWords();
    await learn(words, tag);
    await words.changeLanguage(tag);
    const all = await load();
    const rules = new Intl.PluralRules(tag);
    for (const count of [0, 1, 2, 3, 11, 100]) {
      const form = rules.select(count);
      const said = all.get(`lobby.waitingCount_${form}`) ?? '';
      expect(words.t('lobby.waitingCount', { count })).toBe(said.replace('{{count}}', String(count)));
    }
  });
});

test('the plural forms are those of the CLDR, for everything that is counted here', () => {
  for (const tag of Language.options) {
    const rules = new Intl.PluralRules(tag);
    const needed = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
    expect([...needed].sort()).toEqual([...PLURAL_FORMS[tag]].sort());
  }
});

test('a name that runs the other way is set apart in a sentence, and nothing in it becomes a placeholder', async () => {
  const words = createWords();
  await learn(words, 'ar');
  await words.changeLanguage('ar');
  expect(words.t('outside.lobby.waits', { name: 'Ben' })).toContain('\u2068Ben\u2069');
  await words.changeLanguage('en');
  expect(words.t('outside.lobby.waits', { name: 'Ben {{count}} <b>' })).toBe('Ben {{count}} <b> waits to be let in');
});
