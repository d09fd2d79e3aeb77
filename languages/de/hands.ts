import type { hands as handsInEnglish } from '../en/hands.ts';
import type { Translation } from '../translation.ts';

export const hands: Translation<typeof handsInEnglish, 'de'> = {
  raise: 'Hand heben',
  lower: 'Hand senken',
  mark: 'Hand gehoben, Nummer {{place}}',
  title: 'Gehobene Hände',
  lowerAll: 'Alle Hände senken',
  lowered: 'Alle Hände sind unten',
  lowerTheirs: 'Diese Hand senken',
  count_one: '{{count}} Hand ist oben',
  count_other: '{{count}} Hände sind oben',
};
