import { createInstance, type i18n, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { en } from '#languages/en/en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'parley';
    resources: { parley: typeof en };
    returnNull: false;
  }
}

/** Turns a key of the catalogue into words. */
export type Words = TFunction;

/**
 * The app's words in one language. A missing word is a bug: `onMissing` is told of it (tests throw there), and people see
 * the key rather than nothing.
 */
export function createWords(onMissing: (key: string) => void = () => undefined): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'parley',
    ns: ['parley'],
    resources: { en: { parley: en } },
    // React escapes; names and reasons are shown as they are.
    interpolation: { escapeValue: false, skipOnVariables: true },
    initAsync: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => onMissing(key),
  });
  return words;
}
