import type { recording as source } from '../en/recording.ts';
import type { Translation } from '../translation.ts';

/** Words about recording a meeting on one's own computer. */
export const recording: Translation<typeof source, 'ar'> = {
  record: 'تسجيل',
  stop: 'إيقاف التسجيل',
  title: 'هل تريد تسجيل هذا الاجتماع؟',
  lead: 'يُخبَر الجميع بذلك ويرونه ما دام التسجيل جاريًا.',
  text: 'ما تراه وتسمعه يُحفظ على هذا الحاسوب: {{folder}}. ولا يذهب إلى أي مكان آخر.',
  videos: 'ضمن مقاطع الفيديو لديك',
  begin: 'بدء التسجيل',
  by: 'تسجيل بواسطة {{name}}',
  byMany: 'تسجيل بواسطة {{name}} وآخرين',
  byMe: 'أنت تسجّل',
  began: 'بدأ {{name}} تسجيل هذا الاجتماع',
  iBegan: 'بدأت تسجيل هذا الاجتماع. أُخبر الجميع بذلك.',
  ended: 'أوقف {{name}} التسجيل',
  iEnded: 'أوقفت التسجيل',
  expected: 'أحد الحاضرين يسجّل هذا الاجتماع: سيُحفظ ما تقوله وتعرضه.',
  kept: 'حُفظ التسجيل',
  problems: {
    'disk-full': 'القرص ممتلئ، لذلك انتهى التسجيل. حُفظ ما كان حتى تلك اللحظة.',
    unwritable: 'تعذّرت متابعة الكتابة في الملف، لذلك انتهى التسجيل. حُفظ ما كان حتى تلك اللحظة.',
    interrupted: 'انقطع التسجيل. حُفظ ما كان حتى تلك اللحظة.',
  },
  where: 'في {{file}}',
  show: 'إظهار في المجلد',
  folder: 'مجلد التسجيلات',
  choose: 'اختيار مجلد',
  keywords: 'تسجيل فيديو حفظ ملف فيلم موقع',
};
