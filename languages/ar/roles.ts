import type { roles as rolesInEnglish } from '../en/roles.ts';
import type { Translation } from '../translation.ts';

export const roles: Translation<typeof rolesInEnglish, 'ar'> = {
  make: {
    host: 'تعيينه مضيفًا',
    'co-host': 'تعيينه مضيفًا مشاركًا',
    guest: 'جعله ضيفًا',
    viewer: 'جعله مشاهدًا',
  },
  makeOther: 'إعطاء الدور: {{role}}',
  handOver: 'التسليم إلى {{name}}',
  become: 'التنحي إلى {{role}}',
  became: '{{name}} الآن {{role}}',
  becameBy: 'جعل {{by}} {{name}} {{role}}',
  becameByMe: 'جعلت {{name}} {{role}}',
  steppedDown: 'تنحى {{name}} وهو الآن {{role}}',
  you: 'أنت الآن {{role}}. {{may}}',
  youBy: 'جعلك {{by}} {{role}}. {{may}}',
  may: {
    host: 'يمكنك هنا كل شيء، حتى إنهاء الاجتماع للجميع.',
    'co-host': 'يمكنك السماح بالدخول وكتم الصوت والإخراج وإقفال الاجتماع.',
    guest: 'يمكنك التحدث وإظهار الفيديو. كلاهما متوقف حتى تشغّله.',
    viewer: 'ترى الجميع وتسمعهم. الميكروفون والكاميرا متوقفان.',
  },
  maySpeak: 'يمكنك المشاركة. ما كان متوقفًا يبقى كذلك حتى تشغّله.',
  mayWatch: 'ترى الجميع وتسمعهم، ولا يمكنك التحدث أو إظهار الفيديو.',
  names: {
    host: 'مضيف',
    'co-host': 'مضيف مشارك',
    guest: 'ضيف',
    viewer: 'مشاهد',
  },
  barred: {
    microphone: 'لا يمكنك التحدث: دورك هنا {{role}}',
    camera: 'لا يمكنك إظهار الفيديو: دورك هنا {{role}}',
    hint: '{{why}}. يمكن لمضيف تغيير ذلك.',
  },
  viewerForNow: 'أنت مشاهد حاليًا: بلغ عدد المتحدثين الحد المسموح.',
  viewerForNowHint: 'ترى الجميع وتسمعهم. عندما يتوقف أحدهم عن التحدث يمكن لمضيف أن يسمح لك.',
};
