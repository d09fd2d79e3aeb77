import type { home as homeInEnglish } from '../en/home.ts';
import type { Translation } from '../translation.ts';

export const home: Translation<typeof homeInEnglish, 'ar'> = {
  title: 'ابدأ اجتماعًا أو انضم إلى اجتماع',
  tagline: 'حديث وجهًا لوجه، من مكتب إلى مكتب.',
  or: 'أو',
  open: 'فتح',
  openRoom: 'فتح {{room}}',
  newMeeting: 'اجتماع جديد',
  join: 'انضمام',
  joinField: 'رمز الاجتماع أو الرابط',
  joinHint: 'مثل kfr-wmbe-tqa، أو رابط أُرسل إليك.',
  joinEmpty: 'اكتب رمز اجتماع أو الصق رابطًا أولًا.',
  joinUnclear: 'هذا ليس رمز اجتماع ولا رابط دعوة. يشبه الرمز kfr-wmbe-tqa.',
  linkFound: 'رابط دعوة إلى {{room}} على {{server}}',
  recents: 'الاجتماعات الأخيرة',
  noRecents: 'تظهر هنا الاجتماعات التي تنضم إليها.',
  hosted: 'هذا الحاسوب',
  onServer: '{{server}}',
  forget: 'نسيان {{room}}',
  settings: 'الإعدادات',
  left: 'غادرت الاجتماع',
  ended: 'أنهيت الاجتماع للجميع',
  endedLocked: 'أنهيت الاجتماع للجميع وأقفلته',
  switched: 'انتقلت من الاجتماع إلى غيره',
  leftMeeting: 'الاجتماع {{room}}',
  interrupted: 'كنت في {{room}}: هل تعود إليه؟',
  interruptedOnly: 'كنت في {{room}} حين توقف Parley',
  interruptedHow:
    'لا مكان آمنًا للدعوات في هذا الحاسوب، فلم تعد هذه الدعوة لدى Parley. للعودة افتح الرابط من جديد أو اطلبه.',
  settingsSetAside: 'تعذّرت قراءة ملف إعداداتك، فبدأ Parley بإعدادات جديدة.',
  settingsSetAsideWhere: 'حُفظ الملف القديم باسم {{path}}',
  identityNotKept:
    'لا مكان آمنًا للأسرار في هذا الحاسوب، فينسى Parley من أنت عند إنهائه. لا يمكنك استضافة اجتماعاتك من جديد إلا قبل ذلك.',
  hostingFailed: 'لم يبدأ الخادم المدمج في Parley، فلا يمكن استضافة اجتماعات على هذا الحاسوب.',
  hostingFailedWhat: 'أعد تشغيل Parley أو عيّن خادمًا آخر في الإعدادات.',
};
