import type { language as languageInEnglish } from '../en/language.ts';
import type { Translation } from '../translation.ts';

export const language: Translation<typeof languageInEnglish, 'de'> = {
  title: 'Sprache von Parley',
  hint: 'Wechselt sofort, auch im Meeting. Datum und Uhrzeit richten sich danach.',
  system: 'Wie das System',
  keywords: 'Übersetzung Region Land Wörter',
};
