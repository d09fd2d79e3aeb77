import type { hands as handsInEnglish } from '../en/hands.ts';
import type { Translation } from '../translation.ts';

export const hands: Translation<typeof handsInEnglish, 'fr'> = {
  raise: 'Lever la main',
  lower: 'Baisser la main',
  mark: 'Main levée, numéro {{place}}',
  title: 'Mains levées',
  lowerAll: 'Baisser toutes les mains',
  lowered: 'Toutes les mains sont baissées',
  lowerTheirs: 'Baisser sa main',
  count_one: '{{count}} main levée',
  count_other: '{{count}} mains levées',
};
