import type { language as languageInEnglish } from '../en/language.ts';
import type { Translation } from '../translation.ts';

export const language: Translation<typeof languageInEnglish, 'fr'> = {
  title: 'Langue de Parley',
  hint: 'Change tout de suite, même en réunion. Les dates et les heures suivent.',
  system: 'Comme le système',
  keywords: 'traduction région pays mots',
};
