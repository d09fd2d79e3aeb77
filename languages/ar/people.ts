import type { people as peopleInEnglish } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof peopleInEnglish, 'ar'> = {
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
