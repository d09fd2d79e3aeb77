import type { switching as switchingInEnglish } from '../en/switching.ts';
import type { Translation } from '../translation.ts';

export const switching: Translation<typeof switchingInEnglish, 'ar'> = {
  title: 'الانتقال إلى اجتماع آخر؟',
  fromLink: 'فُتح رابط على هذا الحاسوب. لم يُتصل بشيء بعد.',
  typed: 'اكتب رمزه أو الصق رابطًا إليه.',
  leaves: 'تغادر {{room}} إليه بعد أن يسمح لك بالدخول. تبقى هنا حتى ذلك الحين.',
  heir: 'من المضيف بعدك؟',
  nobody: 'لا أحد: المغادرة بلا مضيف',
  look: 'المغادرة والمتابعة',
  now: 'الانتقال الآن',
  nowHint: '«الانتقال الآن» يدخلك مباشرة بما هو مشغّل. شاشتك وحدها لا تستمر مشاركتها.',
  open: 'الانتقال إلى اجتماع آخر',
  asking: 'يُسأل {{room}} إن كان يسمح لك بالدخول.',
  askingHint: 'تبقى في هذا الاجتماع خلال ذلك.',
  stay: 'البقاء هنا',
  failed: {
    title: 'ما زلت في {{room}}',
    lead: 'لم يتغير شيء: لم يسمح لك {{room}} بالدخول.',
    fact: 'جواب الخادم',
  },
};
