import { describe, expect, test } from 'vitest';

import { ar } from '#languages/ar/ar.ts';
import { de } from '#languages/de/de.ts';
import { en } from '#languages/en/en.ts';
import { es } from '#languages/es/es.ts';
import { fr } from '#languages/fr/fr.ts';
import { ja } from '#languages/ja/ja.ts';
import { PLURAL_FORMS } from '#languages/translation.ts';

type Catalogue = { readonly [key: string]: string | Catalogue };

/** Every phrase by its whole key. */
function phrases(catalogue: Catalogue): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const read = (part: Catalogue, under: string): void => {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'string') all.set(under + key, value);
      else read(value, `${under}${key}.`);
    }
  };
  read(catalogue, '');
  return all;
}

const ENGLISH = phrases(en);
const FORM = /_(?:zero|one|two|few|many|other)$/;
const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].toSorted();

/** The English phrase that a key translates: for a plural form, the one that has the most in it. */
const sourceOf = (key: string): string | undefined => ENGLISH.get(key.replace(FORM, '_other')) ?? ENGLISH.get(key);

describe.each(Object.entries({ de, es, fr, ja, ar }))('the words in %s', (tag, catalogue) => {
  const translated = phrases(catalogue);

  test('leave nothing empty, and put in what the English ones do', () => {
    const wrong = [...translated].filter(([key, text]) => {
      const allowed = placeholders(sourceOf(key) ?? '');
      const used = placeholders(text);
      // A form that says "one" or "two" in words needs no number.
      const needed = FORM.test(key) ? allowed.filter((name) => name !== 'count' && name !== 'name') : allowed;
      return (
        text.trim() === '' ||
        !used.every((name) => allowed.includes(name)) ||
        !needed.every((name) => used.includes(name))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('have every form that the language has for what is counted', () => {
    const counted = [...ENGLISH.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(FORM, ''));
    expect(counted.length).toBeGreaterThan(5);
    const forms = PLURAL_FORMS[tag as keyof typeof PLURAL_FORMS];
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    // Millions are not counted here.
    expect(new Set([...forms, ...categories.filter((form) => form !== 'many' || tag === 'ar')])).toEqual(
      new Set(forms),
    );
    const missing = counted
      .flatMap((key) => forms.map((form) => `${key}_${form}`))
      .filter((key) => !translated.has(key));
    expect(missing).toEqual([]);
  });
});
