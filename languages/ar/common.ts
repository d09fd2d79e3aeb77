import type { common as commonInEnglish } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof commonInEnglish, 'ar'> = {
  appName: 'Parley',
  cancel: 'إلغاء',
  close: 'إغلاق',
  dismiss: 'إخفاء',
  done: 'تم',
  save: 'حفظ',
  leave: 'مغادرة',
  rejoin: 'العودة إلى الاجتماع',
  home: 'العودة إلى الصفحة الرئيسية',
  details: 'التفاصيل',
  yourName: 'اسمك',
  reason: 'السبب',
  reasonHint: 'اختياري. يقرؤه كل من يعنيه الأمر.',
  reasonTooLong: 'لا يزيد السبب على {{most}} حرفًا.',
  reasonLeft_zero: 'لم تبقَ أحرف',
  reasonLeft_one: 'بقي حرف واحد',
  reasonLeft_two: 'بقي حرفان',
  reasonLeft_few: 'بقيت {{count}} أحرف',
  reasonLeft_many: 'بقي {{count}} حرفًا',
  reasonLeft_other: 'بقي {{count}} حرف',
  crashed: {
    title: 'تعذّر عرض هذه النافذة',
    text: 'تعذّر عرض جزء من هذه الشاشة. إن كنت في اجتماع فقد غادرته، والكاميرا والميكروفون متوقفان.',
    again: 'عرض Parley من جديد',
  },
  loading: 'يجري تشغيل Parley',
};
