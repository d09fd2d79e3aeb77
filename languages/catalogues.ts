import type { Language } from '#protocol/language.ts';

import { en } from './en/en.ts';
import type { Translation } from './translation.ts';

/** Every word of the app in one language. */
export type Catalogue = { readonly [Tag in Language]: Translation<typeof en, Tag> }[Language];

/** Loads the words of one language. */
export type LoadCatalogue = (tag: Language) => Promise<Catalogue>;

type Loaders = { readonly [Tag in Language]: () => Promise<Translation<typeof en, Tag>> };

/** Each is a file of its own in what is built: only English, and the language that is spoken, are ever read. */
const LOADERS: Loaders = {
  en: () => Promise.resolve(en),
  de: () => import('./de/de.ts').then(({ de }) => de),
  es: () => import('./es/es.ts').then(({ es }) => es),
  fr: () => import('./fr/fr.ts').then(({ fr }) => fr),
  ja: () => import('./ja/ja.ts').then(({ ja }) => ja),
  ar: () => import('./ar/ar.ts').then(({ ar }) => ar),
};

export const loadCatalogue: LoadCatalogue = (tag) => LOADERS[tag]();
