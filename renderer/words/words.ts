import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { createWords as createPlainWords, type Words as PlainWords } from '#languages/words.ts';

/** Turns a key of the catalogue into words. */
export type Words = PlainWords;

/** The words for a page that React draws: what shows them is drawn again when the language changes. */
export function createWords(onMissing?: (key: string) => void): i18n {
  return createPlainWords(onMissing, initReactI18next);
}
