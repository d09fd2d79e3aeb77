import type { hands as handsInEnglish } from '../en/hands.ts';
import type { Translation } from '../translation.ts';

export const hands: Translation<typeof handsInEnglish, 'es'> = {
  raise: 'Levantar la mano',
  lower: 'Bajar la mano',
  mark: 'Mano levantada, número {{place}}',
  title: 'Manos levantadas',
  lowerAll: 'Bajar todas las manos',
  lowered: 'Todas las manos están bajadas',
  lowerTheirs: 'Bajar su mano',
  count_one: '{{count}} mano levantada',
  count_other: '{{count}} manos levantadas',
};
