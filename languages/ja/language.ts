import type { language as languageInEnglish } from '../en/language.ts';
import type { Translation } from '../translation.ts';

export const language: Translation<typeof languageInEnglish, 'ja'> = {
  title: 'Parleyの言語',
  hint: '会議中でもすぐに切り替わります。日付と時刻の表記も変わります。',
  system: 'システムに合わせる',
  keywords: '翻訳 地域 国 ことば',
};
