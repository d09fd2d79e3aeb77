import type { Language } from '#protocol/language.ts';

/** A form that a counted phrase can have, as the Unicode CLDR calls it. */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * The forms that whole numbers below a million need: what is counted here is people, seconds and minutes. (French and
 * Spanish have one more, for round millions.)
 */
export const PLURAL_FORMS = {
  en: ['one', 'other'],
  de: ['one', 'other'],
  es: ['one', 'other'],
  fr: ['one', 'other'],
  ja: ['other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
} as const satisfies Readonly<Record<Language, readonly PluralForm[]>>;

/** What is counted in an area of the English catalogue: the keys that end in `_one` and `_other`, without that. */
type Counted<Source> = keyof Source extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** All other keys. */
type Plain<Source> = Exclude<keyof Source, `${Counted<Source>}_${'one' | 'other'}`>;

/**
 * What a language must say of an area of the English catalogue: the same keys, and of what is counted every form that
 * the language has. A key too few or too many does not compile.
 */
export type Translation<Source, Tag extends Language> = Source extends string
  ? string
  : { readonly [Key in Plain<Source>]: Translation<Source[Key], Tag> } & {
      readonly [Key in `${Counted<Source>}_${(typeof PLURAL_FORMS)[Tag][number]}`]: string;
    };
