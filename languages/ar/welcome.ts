import type { invite as inviteInEnglish, welcome as welcomeInEnglish } from '../en/welcome.ts';
import type { Translation } from '../translation.ts';

export const invite: Translation<typeof inviteInEnglish, 'ar'> = {
  text: 'أنت مدعو إلى اجتماع في Parley.\n\nالرابط: {{link}}\nرمز الاجتماع: {{room}}\nالخادم: {{server}}\n\nللانضمام تحتاج إلى Parley على حاسوبك: {{homepage}}\nثم افتح الرابط. أو شغّل Parley والصق هذه الرسالة كاملة في حقل «رمز الاجتماع أو الرابط».',
  copied: 'نُسخت الدعوة مع الرابط وكل ما يحتاج إليه الضيف',
};

export const welcome: Translation<typeof welcomeInEnglish, 'ar'> = {
  title: 'مرحبًا بك في Parley',
  text: 'اجتماعات وجهًا لوجه، من مكتب إلى مكتب. بلا حساب ولا إعداد.',
  nameHint: 'يراه الآخرون في كل اجتماع. يمكنك تغييره متى شئت.',
  nameNeeded: 'اكتب الاسم الذي سيراه الآخرون.',
  go: 'متابعة',
};
