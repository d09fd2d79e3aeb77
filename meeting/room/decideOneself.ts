import type { Millis, ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { MediaState, Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { others, present } from './selectors.ts';
import { isShareTaken } from './sharing.ts';
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
  const begins = command.media.screen && !me.media.screen;
  if (begins && isShareTaken(room, me.id, at)) return refuse('already-shared');
  // Whoever shared and is not connected any more is not waited for.
  const gone = begins ? others(room, me.id).filter(({ media }) => media.screen) : [];
  const change = (participant: ParticipantId, media: MediaState): RoomEvent => ({
    type: 'media-state-changed',
    participant,
    media,
    at,
  });
  return commit(...gone.map(({ id, media }) => change(id, { ...media, screen: false })), change(me.id, command.media));
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
