import { describe, expect, test } from 'vitest';

import { Language, LanguageSetting } from '#protocol/language.ts';
import { OWN_NAMES } from '#languages/ownNames.ts';
import { resolveLanguage } from '#languages/resolve.ts';

describe('the language that is spoken', () => {
  test('is the one that somebody chose, whatever the system speaks', () => {
    expect(resolveLanguage('fr', ['de-AT', 'en'])).toEqual({ tag: 'fr', locale: 'fr' });
  });

  test('is otherwise the first that the system likes and Parley has, as it is written there', () => {
    expect(resolveLanguage('system', ['pt-BR', 'de-AT', 'en-GB'])).toEqual({ tag: 'de', locale: 'de-AT' });
    expect(resolveLanguage('system', ['en-GB', 'de'])).toEqual({ tag: 'en', locale: 'en-GB' });
  });

  test('takes how it is written from the system where that speaks it too, further down', () => {
    expect(resolveLanguage('es', ['en-US', 'es-MX'])).toEqual({ tag: 'es', locale: 'es-MX' });
  });

  test('is English where the system speaks nothing that Parley does, or says nothing, or nonsense', () => {
    for (const system of [['pt-BR', 'sv'], [], ['C'], ['en_US.UTF-8', ''], ['x']]) {
      expect(resolveLanguage('system', system)).toEqual({ tag: 'en', locale: 'en' });
    }
  });

  test('writes Arabic with the digits that codes and clocks have', () => {
    const { locale } = resolveLanguage('system', ['ar-EG']);
    expect(locale).toBe('ar-EG-u-nu-latn');
    expect(new Intl.NumberFormat(locale).format(12)).toBe('12');
  });
});

test('what can be chosen is what the system speaks, or one of the languages, and each has its own name', () => {
  expect(LanguageSetting.options).toEqual(['system', ...Language.options]);
  expect(new Set(Object.values(OWN_NAMES)).size).toBe(Language.options.length);
});
