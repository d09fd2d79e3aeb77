import type { hands as handsInEnglish } from '../en/hands.ts';
import type { Translation } from '../translation.ts';

export const hands: Translation<typeof handsInEnglish, 'ja'> = {
  raise: '手を挙げる',
  lower: '手を下ろす',
  mark: '挙手、{{place}}番目',
  title: '挙手',
  lowerAll: '全員の手を下ろす',
  lowered: '全員の手が下ろされました',
  lowerTheirs: '手を下ろさせる',
  count_other: '{{count}}人が手を挙げています',
};
