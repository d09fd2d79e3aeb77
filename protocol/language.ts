import * as v from 'valibot';

/** The languages that Parley speaks, by their BCP 47 tags. English first: it is the source, and what is fallen back on. */
export const Language = v.picklist(['en', 'de', 'es', 'fr', 'ja', 'ar']);
export type Language = v.InferOutput<typeof Language>;

/** What a person chooses: one of them, or whichever of them the system speaks. */
export const LanguageSetting = v.picklist(['system', ...Language.options]);
export type LanguageSetting = v.InferOutput<typeof LanguageSetting>;

/** What is spoken now. */
export interface SpokenLanguage {
  readonly tag: Language;
  /** For `Intl`: the same language as it is written where this person is (`en-GB`), as far as the system says. */
  readonly locale: string;
}
