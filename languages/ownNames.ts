import type { Language } from '#protocol/language.ts';

/** Each language as those call it who speak it: whoever looks for theirs may not be able to read the one on the screen. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ar: 'العربية',
};
