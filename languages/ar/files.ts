import type { files as filesInEnglish } from '../en/files.ts';
import type { Translation } from '../translation.ts';

export const files: Translation<typeof filesInEnglish, 'ar'> = {
  attach: 'عرض ملف',
  tooBig: 'هذا الملف كبير جدًا. يمكن عرض ما يصل إلى {{most}}.',
  unreadable: 'لا يمكن قراءة هذا الملف.',
  mine: 'معروض على الجميع ما دمت هنا',
  withdrawn: 'لم يعد معروضًا',
  withdraw: 'سحب',
  take: 'حفظ',
  decline: 'رفض',
  cancel: 'إلغاء',
  again: 'إعادة المحاولة',
  show: 'إظهار في المجلد',
  coming: '{{done}} من {{size}}',
  comingFrom: 'حفظ {{name}}',
  saved: 'حُفظ في التنزيلات باسم {{name}}',
  declined: 'مرفوض',
  cancelled: 'أُلغي',
  left: 'غادر {{name}} قبل وصول الملف.',
  takenBack: 'لم يعد الملف معروضًا.',
  gone: 'غادر {{name}} ومعه الملف.',
  going: '{{name}}: {{done}} من {{size}}',
  got: 'وصل إلى {{name}}',
  lost: '{{name}}: لم يصل',
  stopped: 'أوقفه {{name}}',
  refused: 'رفضه {{name}}',
};
