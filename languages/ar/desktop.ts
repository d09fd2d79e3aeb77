import type { desktop as desktopInEnglish } from '../en/desktop.ts';
import type { Translation } from '../translation.ts';

export const desktop: Translation<typeof desktopInEnglish, 'ar'> = {
  shortcuts: {
    hint: 'أثناء الاجتماع، أيًا كان البرنامج في المقدمة.',
    keywords: 'عام النظام اختصار لوحة مفاتيح خلفية',
    mute: 'كتم الصوت أو إلغاء الكتم، من أي مكان',
    leave: 'مغادرة الاجتماع، من أي مكان',
    none: 'غير معيّن',
    record: 'تعيين المفاتيح لـ: {{action}}',
    change: 'تغيير',
    set: 'تعيين',
    clear: 'مسح المفاتيح لـ: {{action}}',
    recording: 'اضغط المفاتيح الآن. يُبقيها Esc كما هي.',
    unfit: 'اضغط معها Ctrl أو Alt أو مفتاح النظام، أو اضغط مفتاح وظيفة.',
    taken: 'لا يفعل {{keys}} شيئًا الآن: يستخدمه برنامج آخر.',
    takenHint: 'عيّن مفاتيح أخرى في الإعدادات، أو حرّرها في البرنامج الآخر.',
  },
  talk: {
    hint: 'في نافذة Parley: يُسمع صوتك ما دمت تضغط المفتاح.',
    label: 'مفتاح يُضغط للتحدث',
    none: 'لا شيء',
    keywords: 'اضغط للتحدث لاسلكي مسافة كتم',
  },
  leave: {
    text: 'أنت المضيف الوحيد. يستمر الاجتماع من دونك.',
    remember: 'عدم السؤال ثانية: المغادرة بلا مضيف',
    setting: 'السؤال عمن يكون مضيفًا بعدي',
    keywords: 'تسليم خلف علبة إنهاء',
    settingHint: 'عند المغادرة من علبة النظام أو باختصار أو من النافذة.',
  },
};
