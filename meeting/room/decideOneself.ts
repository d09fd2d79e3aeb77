import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { MediaState, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { present } from './selectors.ts';

export function decideSetMediaState(
  room: Room,
  command: CommandOf<'set-media-state'>,
  by: PrincipalId,
  at: Millis,
): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (same(me.media, command.media)) return commit();
  return commit({ type: 'media-state-changed', participant: me.id, media: command.media, at });
}

export function decideRename(room: Room, command: CommandOf<'rename'>, by: PrincipalId, at: Millis): Decision {
  const me = present(room, by);
  if (!me) return refuse('not-joined');
  if (me.name === command.name) return commit();
  return commit({ type: 'participant-renamed', participant: me.id, name: command.name, at });
}

function same(a: MediaState, b: MediaState): boolean {
  return a.microphone === b.microphone && a.camera === b.camera && a.screen === b.screen;
}
