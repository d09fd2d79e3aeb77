import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { commit, refuse } from './decision.ts';
import { isHandRaised, raisedHands } from './hands.ts';
import type { Decision } from './order.ts';
import { doer, mayIn, participantOf, present } from './selectors.ts';

/** Whoever is present may ask to speak, viewers above all. */
export function decideRaiseHand(room: Room, command: CommandOf<'raise-hand'>, by: PrincipalId, at: Millis): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (isHandRaised(room, me.id) === command.raised) return commit();
  if (command.raised) return commit({ type: 'hand-raised', participant: me.id, at });
  return commit({ type: 'hand-lowered', participant: me.id, by: doer(me), at });
}

/** For whoever leads the talk: who may silence somebody may also say that it was their turn. */
export function decideLowerHand(room: Room, command: CommandOf<'lower-hand'>, by: PrincipalId, at: Millis): Decision {
  const lowerer = present(room, by);
  if (!lowerer) return refuse('not-joined');
  const isOwn = command.participant === lowerer.id;
  if (!isOwn && !mayIn(room, lowerer.id, 'mute')) return refuse('forbidden');
  const wanted = command.participant;
  if (wanted !== 'all' && !participantOf(room, wanted)) return refuse('no-such-participant');
  const lowered = raisedHands(room).filter(({ participant }) => wanted === 'all' || participant === wanted);
  return commit(
    ...lowered.map(({ participant }) => ({ type: 'hand-lowered' as const, participant, by: doer(lowerer), at })),
  );
}
