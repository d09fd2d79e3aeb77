import type { capture as captureInEnglish, preview as previewInEnglish } from '../en/preview.ts';
import type { Translation } from '../translation.ts';

export const capture: Translation<typeof captureInEnglish, 'ar'> = {
  mute: 'كتم الصوت',
  unmute: 'إلغاء الكتم',
  stopVideo: 'إيقاف الفيديو',
  startVideo: 'تشغيل الفيديو',
  chooseMicrophone: 'اختيار الميكروفون',
  chooseCamera: 'اختيار الكاميرا',
  goOnMuted: 'المتابعة مكتومًا',
  goOnWithoutVideo: 'المتابعة بلا فيديو',
  problem: {
    microphone: {
      'capture-refused':
        'لا يُسمح لـ Parley باستخدام الميكروفون. اسمح به في إعدادات الخصوصية في النظام ثم حاول مرة أخرى.',
      'capture-not-found': 'لم يُعثر على ميكروفون. صِل واحدًا أو اختر غيره ثم حاول مرة أخرى.',
      'capture-busy': 'يستخدم برنامج آخر الميكروفون. أغلقه ثم حاول مرة أخرى.',
    },
    camera: {
      'capture-refused': 'لا يُسمح لـ Parley باستخدام الكاميرا. اسمح به في إعدادات الخصوصية في النظام ثم حاول مرة أخرى.',
      'capture-not-found': 'لم يُعثر على كاميرا. صِل واحدة أو اختر غيرها ثم حاول مرة أخرى.',
      'capture-busy': 'يستخدم برنامج آخر الكاميرا. أغلقه ثم حاول مرة أخرى.',
    },
    screen: {
      'capture-refused': 'لا يُسمح لـ Parley بتسجيل الشاشة. اسمح به في إعدادات الخصوصية في النظام.',
      'capture-not-found': 'لم تعد هناك شاشة أو نافذة لمشاركتها.',
      'capture-busy': 'لا تمكن مشاركة الشاشة الآن. حاول بعد قليل.',
    },
  },
};

export const preview: Translation<typeof previewInEnglish, 'ar'> = {
  title: 'هل أنت مستعد للانضمام؟',
  joiningTitle: 'يجري الانضمام إلى الاجتماع',
  connecting: 'يجري الاتصال بالخادم',
  attempt: 'لم يُجب الخادم بعد. المحاولة {{attempt}}.',
  joinNow: 'انضم الآن',
  back: 'رجوع',
  meeting: 'الاجتماع',
  server: 'يعمل على',
  thisComputer: 'هذا الحاسوب',
  lockedByMe: 'الاجتماع مقفل ولا يدخله أحد جديد. يمكنك فتحه والانضمام.',
  as: {
    host: 'ستكون مضيفًا: يمكنك إخراج الأشخاص وإقفال الاجتماع وإنهاؤه للجميع.',
    'co-host': 'ستكون مضيفًا مشاركًا: يمكنك السماح بالدخول وكتم الصوت والإخراج وإقفال الاجتماع.',
    guest: 'ستكون ضيفًا: يمكنك التحدث وإظهار الفيديو ودعوة الآخرين.',
    viewer: 'ستكون مشاهدًا: ترى الجميع وتسمعهم، ولا يمكنك التحدث أو إظهار الفيديو.',
  },
  asViewerForNow:
    'بلغ عدد المتحدثين الحد المسموح. تدخل مشاهدًا: ترى الجميع وتسمعهم، ويمكن لمضيف أن يسمح لك بالتحدث لاحقًا.',
  asSpeaker: 'سيكون دورك {{role}}: تشارك بما يسمح به.',
  asOnlooker: 'سيكون دورك {{role}}: ترى الجميع وتسمعهم، ولا يمكنك التحدث أو إظهار الفيديو.',
  asUnknown: 'يمكنك التحدث وإظهار الفيديو. ويمكن لمضيف إخراج الأشخاص وإقفال الاجتماع وإنهاؤه.',
  nameNeeded: 'اكتب الاسم الذي سيراه الآخرون.',
  selfView: 'الفيديو الخاص بك',
  cameraOff: 'الكاميرا متوقفة',
  cameraStarting: 'يجري تشغيل الكاميرا',
  level: 'مستوى الميكروفون',
  microphoneOff: 'الميكروفون متوقف',
  speakToTest: 'قل شيئًا: ينبغي أن يتحرك الشريط.',
  unlock: 'فتح القفل',
  deviceSettings: 'إعدادات الأجهزة',
  defaultDevice: 'افتراضي النظام',
  unnamedDevice: '{{kind}} {{number}}',
};
