import type { Millis } from '#protocol/ids.ts';
import type { Participant, Room } from '#protocol/room.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';
import { decideAppeal, decideEndedWait, decideKnock } from './decideKnock.ts';
import { commit, refuse } from './decision.ts';
import { keepsPlace } from './duplicates.ts';
import { mustWait } from './lobby.ts';
import type { Decision, ServerOrderOf } from './order.ts';
import { admissionRefusal, present } from './selectors.ts';
import { withFreeScreen } from './sharing.ts';
import { allowedMedia, roleAtJoin } from './speakers.ts';

/**
 * Somebody comes in, knocks where a lobby stops them, or goes on with another device. A take-over is let through a lock
 * and a full room, because nobody new comes in by it; whoever is barred is never present, so it lets none of them back.
 * Who may not send something is not written down as sending it, whatever they say. A server may be set to refuse a
 * take-over.
 */
export function decideJoin(room: Room, order: ServerOrderOf<'join'>, at: Millis): Decision {
  const { principal, name } = order;
  const there = present(room, principal);
  if (there && keepsPlace(there, order.duplicates)) return refuse('already-joined');
  if (there) {
    const media = withFreeScreen(room, there.id, allowedMedia(room, there.role, order.media), at);
    return commit({ type: 'participant-taken-over', participant: there.id, name, media, at });
  }

  const endedWait = decideEndedWait(room, order);
  if (endedWait) return endedWait;
  const refusal = admissionRefusal(room, principal, order.capacity);
  if (refusal === 'barred' && order.appeal !== undefined) return decideAppeal(room, order, order.appeal, at);
  if (refusal) return refuse(refusal);
  if (mustWait(room, principal)) return decideKnock(room, order, at);

  const role = roleAtJoin(room, principal);
  const participant: Participant = {
    id: order.participant,
    principal,
    name,
    role,
    media: withFreeScreen(room, null, allowedMedia(room, role, order.media), at),
    joinedAt: at,
    connection: 'live',
    lostAt: null,
  };
  const joined: RoomEvent = { type: 'participant-joined', participant, at };
  if (room.phase === 'open') return commit(joined);
  return commit({ type: 'room-opened', incarnation: order.incarnation, at }, joined);
}
