import type { Millis, PrincipalId } from '#protocol/ids.ts';
import { type Doer, MediaKind, type Participant, type Room } from '#protocol/room.ts';
import type { CommandOf } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { commit, refuse } from './decision.ts';
import type { Decision } from './order.ts';
import { doer, everyone, mayIn, participantOf, present } from './selectors.ts';

/**
 * Switches off, never on. Muting everybody is for a room that got loud, not for those who lead it: whoever holds `mute`
 * is spared by it, and can be muted by name only.
 */
export function decideMute(room: Room, command: CommandOf<'mute'>, by: PrincipalId, at: Millis): Decision {
  const muter = present(room, by);
  if (!muter) return refuse('not-joined');
  if (!mayIn(room, muter.id, 'mute')) return refuse('forbidden');
  const stop = stopping(command.media, doer(muter), at);
  if (command.participant === 'all') {
    return commit(...everyone(room).flatMap((one) => (mayIn(room, one.id, 'mute') ? [] : stop(one))));
  }
  if (command.participant === muter.id) return refuse('forbidden', 'to mute oneself is to set one’s own media state');
  const muted = participantOf(room, command.participant);
  return muted ? commit(...stop(muted)) : refuse('no-such-participant');
}

/** No event where nothing of it is on. */
function stopping(wanted: readonly MediaKind[], by: Doer, at: Millis) {
  return ({ id, media }: Participant): readonly RoomEvent[] => {
    const kinds = MediaKind.options.filter((kind) => wanted.includes(kind) && media[kind]);
    return kinds.length === 0 ? [] : [{ type: 'media-stopped', participant: id, media: kinds, by, at }];
  };
}
