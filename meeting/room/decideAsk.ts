import type { Millis, PrincipalId } from '#protocol/ids.ts';
import { AskedMedia, type Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { SENDING } from '../permissions.ts';
import { openAskOf, waitBeforeAsking } from './asks.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, mayIn, participantOf, present } from './selectors.ts';

/** Nobody is switched on by others: they are asked, one ask at a time and not again and again. */
export function decideAskToUnmute(
  room: Room,
  command: CommandOf<'ask-to-unmute'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  const asker = present(room, by);
  if (!asker) return refuse('not-joined');
  if (!mayIn(room, asker.id, 'unmute')) return refuse('forbidden');
  if (command.participant === asker.id) return refuse('forbidden', 'nobody has to ask themselves');
  const asked = participantOf(room, command.participant);
  if (!asked) return refuse('no-such-participant');
  const wanted = command.media.filter((kind) => mayIn(room, asked.id, SENDING[kind]));
  if (wanted.length === 0) return refuse('forbidden', 'their role may not send that');
  const media = AskedMedia.options.filter((kind) => wanted.includes(kind) && !asked.media[kind]);
  if (media.length === 0) return commit();
  const waitMs = waitBeforeAsking(room, asker.id, asked.id, at);
  if (waitMs > 0) return refuse('already-asked', `they were asked; ask again in ${Math.ceil(waitMs / 1000)} s`);
  return commit({ type: 'unmute-asked', participant: asked.id, media, by: doer(asker), at });
}

export function decideDeclineUnmute(room: Room, by: PrincipalId, at: Millis): Decision {
  const asked = present(room, by);
  if (!asked) return refuse('not-joined');
  if (!openAskOf(room, asked.id)) return commit();
  return commit({ type: 'unmute-declined', participant: asked.id, at });
}
