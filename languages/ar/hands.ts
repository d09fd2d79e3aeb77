import type { hands as handsInEnglish } from '../en/hands.ts';
import type { Translation } from '../translation.ts';

export const hands: Translation<typeof handsInEnglish, 'ar'> = {
  raise: 'رفع اليد',
  lower: 'خفض اليد',
  mark: 'اليد مرفوعة، رقم {{place}}',
  title: 'الأيدي المرفوعة',
  lowerAll: 'خفض كل الأيدي',
  lowered: 'خُفضت كل الأيدي',
  lowerTheirs: 'خفض يده',
  count_zero: 'لا أيدٍ مرفوعة',
  count_one: 'يد واحدة مرفوعة',
  count_two: 'يدان مرفوعتان',
  count_few: '{{count}} أيدٍ مرفوعة',
  count_many: '{{count}} يدًا مرفوعة',
  count_other: '{{count}} يد مرفوعة',
};
