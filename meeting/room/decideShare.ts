import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, mayIn, present } from './selectors.ts';
import { openShareAsk, sharerIn, waitBeforeAskingToShare } from './sharing.ts';

/** Nobody's share is ended by who would like to have its place: they are asked. */
export function decideAskToShare(room: Room, by: PrincipalId, at: Millis): Decision {
  const asker = present(room, by);
  if (!asker) return refuse('not-joined');
  if (!mayIn(room, asker.id, 'shareScreen')) return refuse('forbidden');
  const sharer = sharerIn(room);
  if (sharer?.connection !== 'live') return refuse('not-shared');
  if (sharer.id === asker.id) return refuse('already-shared', 'you share yourself');
  const waitMs = waitBeforeAskingToShare(room, asker.id, at);
  if (waitMs > 0) return refuse('already-asked', `they were asked; ask again in ${Math.ceil(waitMs / 1000)} s`);
  return commit({ type: 'share-asked', participant: sharer.id, by: doer(asker), at });
}

export function decideWithdrawShareAsk(room: Room, by: PrincipalId, at: Millis): Decision {
  const asker = present(room, by);
  if (!asker) return refuse('not-joined');
  if (openShareAsk(room)?.by.participant !== asker.id) return commit();
  return commit({ type: 'share-ask-withdrawn', participant: asker.id, at });
}

export function decideAnswerShare(
  room: Room,
  command: CommandOf<'answer-share'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  const asked = present(room, by);
  if (!asked) return refuse('not-joined');
  if (openShareAsk(room)?.participant !== asked.id) return commit();
  return commit({ type: 'share-answered', participant: asked.id, accepted: command.accept, at });
}
