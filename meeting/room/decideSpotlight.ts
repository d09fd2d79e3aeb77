import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, mayIn, participantOf, present } from './selectors.ts';
import { spotlit } from './spotlight.ts';

/** One at a time: whoever is shown next takes the place of whoever was. */
export function decideSpotlight(room: Room, command: CommandOf<'spotlight'>, by: PrincipalId, at: Millis): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (!mayIn(room, me.id, 'spotlight')) return refuse('forbidden');
  const { participant } = command;
  if (participant !== null && !participantOf(room, participant)) return refuse('no-such-participant');
  if (spotlit(room) === participant) return commit();
  return commit({ type: 'spotlight-set', participant, by: doer(me), at });
}
