import type { Language } from '#protocol/language.ts';

/** What the stage speaks: a language of the app, or English drawn out (pseudo.ts). */
export type StageLanguage = Language | 'pseudo';
