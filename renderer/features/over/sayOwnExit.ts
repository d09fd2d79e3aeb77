import type { ToldExit } from '#protocol/ipc/receipt.ts';

import type { Words } from '../../words/words.ts';

/** What I did that took me out: ended it for everybody, went to another meeting, or left. */
export function sayOwnExit(t: Words, { reason, mayRejoin }: Pick<ToldExit, 'reason' | 'mayRejoin'>): string {
  if (reason.type === 'REMOVE_ALL') return t(mayRejoin ? 'home.ended' : 'home.endedLocked');
  return t(reason.type === 'SWITCH_ROOM' ? 'home.switched' : 'home.left');
}
