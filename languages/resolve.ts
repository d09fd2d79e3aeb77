import { Language, type LanguageSetting, type SpokenLanguage } from '#protocol/language.ts';

/**
 * What to speak where somebody chose `wanted` and the system names these languages (BCP 47 tags, the best liked first).
 * English where none of them is there.
 */
export function resolveLanguage(wanted: LanguageSetting, system: readonly string[]): SpokenLanguage {
  const locales = system.flatMap(localeOf);
  const known = locales.map(({ language }) => Language.options.find((tag) => tag === language));
  const tag = wanted === 'system' ? (known.find((one) => one !== undefined) ?? 'en') : wanted;
  const theirs = locales.find(({ language }) => language === tag) ?? new Intl.Locale(tag);
  // Codes, times and what is typed have these digits everywhere in the app.
  return { tag, locale: tag === 'ar' ? `${theirs.baseName}-u-nu-latn` : theirs.baseName };
}

/** What a system says may be no tag at all, as `C` or `en_US.UTF-8` are not. */
function localeOf(tag: string): readonly Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    return [];
  }
}
