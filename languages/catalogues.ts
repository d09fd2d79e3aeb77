import { Language } from '#protocol/language.ts';

import { en } from './en/en.ts';
import type { Translation } from './translation.ts';

/** Every word of the app in one language. */
export type Catalogue = { readonly [Tag in Language]: Translation<typeof en, Tag> }[Language];

/** Loads the words of one language. */
export type LoadCatalogue = (tag: Language) => Promise<Catalogue>;

type Loaders = { readonly [Tag in Language]?: () => Promise<Translation<typeof en, Tag>> };

/** Each is a file of its own in what is built: only English, and the language that is spoken, are ever read. */
const LOADERS: Loaders = {
  en: () => Promise.resolve(en),
};

/** The languages whose words are all there: these can be chosen. */
export const SPOKEN: readonly Language[] = Language.options.filter((tag) => LOADERS[tag] !== undefined);

/** A language that nobody translated into yet is spoken in English. */
export const loadCatalogue: LoadCatalogue = async (tag) => (await LOADERS[tag]?.()) ?? en;
