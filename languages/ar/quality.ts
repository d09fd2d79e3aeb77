import type { quality as qualityInEnglish } from '../en/quality.ts';
import type { Translation } from '../translation.ts';

export const quality: Translation<typeof qualityInEnglish, 'ar'> = {
  open: 'تفاصيل الاتصال',
  title: 'الاتصال مع {{name}}',
  mark: {
    good: 'اتصال جيد',
    fair: 'اتصال متوسط',
    poor: 'اتصال ضعيف',
  },
  lead: {
    good: 'الصوت والصورة يصلان جيدًا.',
    fair: 'قد يتقطّع شيء من حين لآخر.',
    poor: 'يُفقد الكثير أو يتأخر: الصوت والصورة يتقطّعان.',
    notUp: 'لا يوجد اتصال مع هذا الشخص الآن.',
  },
  measuring: 'جارٍ القياس',
  none: 'لا يوجد',
  milliseconds: '{{value}} مللي ثانية',
  kilobits: '{{value}} كيلوبت/ث',
  picture: '{{width}} × {{height}}، {{rate}} في الثانية',
  roundTrip: 'ذهابًا وإيابًا',
  lossIn: 'المفقود في الطريق إليك',
  lossOut: 'المفقود في الطريق منك',
  jitter: 'التذبذب',
  bitsIn: 'الوارد',
  bitsOut: 'الصادر',
  pictureIn: 'صورتهم',
  pictureOut: 'صورتك',
  voice: 'الصوت',
  path: 'المسار',
  direct: 'مباشر',
  relayed: 'عبر وسيط',
  poorBanner: 'شبكتك ضعيفة الآن.',
  poorHint: 'قد لا يسمعك الآخرون جيدًا. اقترب من جهاز التوجيه أو استخدم كابلًا.',
  poorHintVideo: 'قد لا يسمعك الآخرون جيدًا. يساعد إيقاف الفيديو أو استخدام كابل.',
  videoOff: 'إيقاف الفيديو الخاص بي',
};
