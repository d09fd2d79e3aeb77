import type { people as peopleInEnglish } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof peopleInEnglish, 'ar'> = {
  inMeeting: 'في الاجتماع',
  search: 'ابحث عن شخص',
  clearSearch: 'مسح البحث',
  found_zero: 'لم يُعثر على أحد',
  found_one: 'عُثر على شخص واحد',
  found_two: 'عُثر على شخصين',
  found_few: 'عُثر على {{count}} أشخاص',
  found_many: 'عُثر على {{count}} شخصًا',
  found_other: 'عُثر على {{count}} شخص',
  showMore_zero: 'لا مزيد',
  showMore_one: 'عرض شخص آخر',
  showMore_two: 'عرض شخصين آخرين',
  showMore_few: 'عرض {{count}} آخرين',
  showMore_many: 'عرض {{count}} آخرين',
  showMore_other: 'عرض {{count}} آخرين',
  more: 'المزيد عن {{name}}',
  remove: 'الإخراج من الاجتماع',
  mute: {
    microphone: 'كتم الصوت',
    camera: 'إيقاف الفيديو',
    screen: 'إيقاف مشاركة الشاشة',
  },
  ask: {
    microphone: 'طلب إلغاء الكتم',
    camera: 'طلب تشغيل الفيديو',
  },
  asked: {
    microphone: 'طُلب من {{name}} إلغاء الكتم',
    camera: 'طُلب من {{name}} تشغيل الفيديو',
  },
  muteAll: {
    button: 'كتم صوت الجميع',
    title: 'كتم صوت الجميع؟',
    text: 'يبقى المضيفون ومن يحق لهم الكتم كما هم. ويُكتم صوت الباقين، ويمكنهم إلغاء ذلك بأنفسهم.',
    done: 'كتمت صوت الجميع',
  },
  barred: {
    title: 'ممنوعون من العودة',
    by: 'بواسطة {{name}}، {{when}}',
    byNobody: 'بواسطة أحد المسؤولين، {{when}}',
    unbar: 'السماح بالعودة',
    unbarred: 'يمكن لـ {{name}} العودة',
  },
};
