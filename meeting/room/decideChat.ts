import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { CHAT } from '#protocol/wire/limits.ts';
import { waitBeforeSaying } from './chatPace.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, mayIn, present } from './selectors.ts';

/** What is said can't be read here: who may say something, how much and how often is all that is decided. */
export function decideChat(room: Room, command: CommandOf<'chat'>, by: PrincipalId, at: Millis): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (!mayIn(room, me.id, 'chat')) return refuse('forbidden');
  const { id: message, sealed } = command;
  if (sealed.length > CHAT.sealed) return refuse('text-too-long', `sealed it has at most ${CHAT.sealed} characters`);
  const waitMs = waitBeforeSaying(room, me.id, at);
  if (waitMs > 0) return refuse('too-fast', `say it again in ${Math.ceil(waitMs / 1000)} s`);
  return commit({ type: 'chat-said', message, by: doer(me), principal: me.principal, sealed, at });
}
