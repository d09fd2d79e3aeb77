import type { reactions as reactionsInEnglish } from '../en/reactions.ts';
import type { Translation } from '../translation.ts';

export const reactions: Translation<typeof reactionsInEnglish, 'ar'> = {
  title: 'تفاعلات',
  names: {
    applause: 'تصفيق',
    'thumbs-up': 'إبهام لأعلى',
    'thumbs-down': 'إبهام لأسفل',
    heart: 'قلب',
    laugh: 'ضحك',
    surprise: 'دهشة',
    celebrate: 'احتفال',
    thinking: 'تفكير',
  },
  said: '{{name}}: {{reaction}}',
  saidWithOthers_zero: '{{name}}: {{reaction}}',
  saidWithOthers_one: '{{name}} وشخص آخر: {{reaction}}',
  saidWithOthers_two: '{{name}} وشخصان آخران: {{reaction}}',
  saidWithOthers_few: '{{name}} و{{count}} آخرون: {{reaction}}',
  saidWithOthers_many: '{{name}} و{{count}} آخرون: {{reaction}}',
  saidWithOthers_other: '{{name}} و{{count}} آخرون: {{reaction}}',
  tooMany: 'تفاعلات كثيرة دفعة واحدة. انتظر ثانية قبل التالي.',
};
