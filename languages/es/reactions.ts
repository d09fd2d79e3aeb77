import type { reactions as reactionsInEnglish } from '../en/reactions.ts';
import type { Translation } from '../translation.ts';

export const reactions: Translation<typeof reactionsInEnglish, 'es'> = {
  title: 'Reacciones',
  names: {
    applause: 'Aplauso',
    'thumbs-up': 'Pulgar arriba',
    'thumbs-down': 'Pulgar abajo',
    heart: 'Corazón',
    laugh: 'Risa',
    surprise: 'Sorpresa',
    celebrate: 'Celebración',
    thinking: 'Pensando',
  },
  said: '{{name}}: {{reaction}}',
  saidWithOthers_one: '{{name}} y {{count}} persona más: {{reaction}}',
  saidWithOthers_other: '{{name}} y {{count}} personas más: {{reaction}}',
  tooMany: 'Han sido muchas reacciones de golpe. Espera un segundo para la siguiente.',
};
