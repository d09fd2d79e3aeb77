import type { language as languageInEnglish } from '../en/language.ts';
import type { Translation } from '../translation.ts';

export const language: Translation<typeof languageInEnglish, 'ar'> = {
  title: 'لغة Parley',
  hint: 'تتغير فورًا، حتى أثناء الاجتماع، ومعها التواريخ والأوقات.',
  system: 'حسب النظام',
  keywords: 'ترجمة منطقة بلد كلمات',
};
