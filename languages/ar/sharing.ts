import type { sharing as sharingInEnglish } from '../en/sharing.ts';
import type { Translation } from '../translation.ts';

export const sharing: Translation<typeof sharingInEnglish, 'ar'> = {
  start: 'مشاركة الشاشة',
  stop: 'إيقاف المشاركة',
  stopAsking: 'إلغاء الطلب',
  picker: {
    title: 'ماذا تريد أن تشارك؟',
    lead: 'سيراه كل من في الاجتماع.',
    leadAsking: '{{name}} يشارك الآن. يُسأل أولًا، وتبدأ مشاركتك عندما تتوقف مشاركته.',
    screens: 'الشاشات',
    windows: 'النوافذ',
    kinds: 'الشاشات أو النوافذ',
    loading: 'جارٍ البحث عن الشاشات والنوافذ',
    noScreens: 'لم يُعثر على أي شاشة.',
    noWindows: 'لا توجد نافذة أخرى مفتوحة. افتح واحدة وستظهر هنا.',
    failed: 'لا يعطي نظامك قائمة بالشاشات والنوافذ. يواصل Parley المحاولة.',
    denied: 'لا يسمح نظامك لـ Parley برؤية شاشتك.',
    deniedHint:
      'افتح إعدادات النظام، ثم الخصوصية والأمان، ثم تسجيل الشاشة، وفعّل Parley. بعد ذلك أغلق Parley وافتحه من جديد.',
    sound: 'مشاركة صوت هذا الحاسوب',
    soundHint: 'يسمع الآخرون ما يشغّله حاسوبك إلى جانب صوتك.',
    share: 'مشاركة',
    ask: 'طلب المشاركة',
    cancel: 'إلغاء',
    noPicture: 'لا معاينة',
  },
  bar: {
    screen: 'أنت تشارك {{name}}',
    withSound: 'مع صوت هذا الحاسوب.',
    starting: 'بدء مشاركة {{name}}',
    asking: 'طُلب من {{name}} أن يتيح لك المشاركة',
    askingHint: 'تبدأ مشاركتك فور توقف مشاركته.',
    stop: 'إيقاف',
    cancel: 'إلغاء',
  },
  asked: {
    title: '{{name}} يود المشاركة',
    text: 'إذا وافقت، تتوقف مشاركة شاشتك وتبدأ مشاركته.',
    stay: 'متابعة المشاركة',
    accept: 'السماح بالمشاركة',
  },
  ended: {
    gone: 'لم تعد تشارك: أُغلق {{name}}.',
    refused: 'لم يسمح نظامك لـ Parley بمشاركة {{name}}.',
    failed: 'تعذّرت مشاركة {{name}}. حاول مرة أخرى أو اختر شيئًا آخر.',
    taken: 'بدأ شخص آخر المشاركة قبلك بقليل.',
    declined: '{{name}} يواصل المشاركة حاليًا.',
    unanswered: 'لم يجب {{name}} ويواصل المشاركة.',
  },
  begun: '{{name}} يشارك شاشته',
  over: 'أوقف {{name}} المشاركة',
};
