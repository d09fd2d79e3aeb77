import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { present } from './selectors.ts';
import { allowedMedia, sameMedia } from './speakers.ts';

export function decideSetMediaState(
  room: Room,
  command: CommandOf<'set-media-state'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (allowedMedia(room, me.role, command.media) !== command.media) {
    return refuse('forbidden', 'your role may not send that');
  }
  if (sameMedia(me.media, command.media)) return commit();
  return commit({ type: 'media-state-changed', participant: me.id, media: command.media, at });
}

export function decideRename(room: Room, command: CommandOf<'rename'>, by: PrincipalId, at: Millis): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (me.name === command.name) return commit();
  return commit({ type: 'participant-renamed', participant: me.id, name: command.name, at });
}

/** Everybody present may. Nothing changes by it: whoever carries it out tells those present, and keeps nothing. */
export function decideReact(room: Room, by: PrincipalId): Decision {
  return present(room, by) ? commit() : refuse('not-joined');
}
