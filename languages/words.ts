import { createInstance, type i18n, type InitOptions, type TFunction, type ThirdPartyModule } from 'i18next';

import type { Language } from '#protocol/language.ts';

import { loadCatalogue, type LoadCatalogue } from './catalogues.ts';
import { en } from './en/en.ts';
import { isolate } from './isolate.ts';

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
 * The app's words, in English. A missing word is a bug: `onMissing` is told of it (tests throw there), and people see
 * English, or the key, rather than nothing.
 */
export function createWords(
  onMissing: (key: string) => void = () => undefined,
  plugin: ThirdPartyModule | null = null,
): i18n {
  const words = createInstance();
  if (plugin !== null) words.use(plugin);
  const options: InitOptions = {
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'parley',
    ns: ['parley'],
    resources: { en: { parley: en } },
    interpolation: {
      // Nothing becomes HTML: names and reasons are shown as they are, but keep to their own direction.
      escapeValue: true,
      escape: (text) => isolate(text, words.dir()),
      skipOnVariables: true,
    },
    react: { useSuspense: false },
    initAsync: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => onMissing(key),
  };
  void words.init(options);
  return words;
}

/** Gives these words another language, which they speak from the next `changeLanguage` on. */
export async function learn(words: i18n, tag: Language, load: LoadCatalogue = loadCatalogue): Promise<void> {
  if (!words.hasResourceBundle(tag, 'parley')) words.addResourceBundle(tag, 'parley', await load(tag));
}
