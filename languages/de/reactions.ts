import type { reactions as reactionsInEnglish } from '../en/reactions.ts';
import type { Translation } from '../translation.ts';

export const reactions: Translation<typeof reactionsInEnglish, 'de'> = {
  title: 'Reaktionen',
  names: {
    applause: 'Applaus',
    'thumbs-up': 'Daumen hoch',
    'thumbs-down': 'Daumen runter',
    heart: 'Herz',
    laugh: 'Lachen',
    surprise: 'Staunen',
    celebrate: 'Feiern',
    thinking: 'Nachdenken',
  },
  said: '{{name}}: {{reaction}}',
  saidWithOthers_one: '{{name}} und {{count}} weitere Person: {{reaction}}',
  saidWithOthers_other: '{{name}} und {{count}} weitere: {{reaction}}',
  tooMany: 'Das waren viele Reaktionen auf einmal. Warten Sie eine Sekunde bis zur nächsten.',
};
