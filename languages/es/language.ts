import type { language as languageInEnglish } from '../en/language.ts';
import type { Translation } from '../translation.ts';

export const language: Translation<typeof languageInEnglish, 'es'> = {
  title: 'Idioma de Parley',
  hint: 'Cambia al momento, también durante una reunión. Las fechas y horas lo siguen.',
  system: 'Como el sistema',
  keywords: 'lengua traducción región país palabras',
};
