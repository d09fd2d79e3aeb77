import type { reactions as reactionsInEnglish } from '../en/reactions.ts';
import type { Translation } from '../translation.ts';

export const reactions: Translation<typeof reactionsInEnglish, 'fr'> = {
  title: 'Réactions',
  names: {
    applause: 'Applaudissements',
    'thumbs-up': 'Pouce levé',
    'thumbs-down': 'Pouce baissé',
    heart: 'Cœur',
    laugh: 'Rire',
    surprise: 'Surprise',
    celebrate: 'Fête',
    thinking: 'Réflexion',
  },
  said: '{{name}} : {{reaction}}',
  saidWithOthers_one: '{{name}} et {{count}} autre : {{reaction}}',
  saidWithOthers_other: '{{name}} et {{count}} autres : {{reaction}}',
  tooMany: 'Beaucoup de réactions d’un coup. Attendez une seconde avant la suivante.',
};
