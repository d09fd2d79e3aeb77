import type { Millis } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { commit, refuse } from './decision.ts';
import { everyoneWaiting, isAppeal, knockOf, mayAppeal, turnedAwaySince } from './lobby.ts';
import type { Decision, ServerOrderOf } from './order.ts';

type Join = ServerOrderOf<'join'>;

/**
 * What became of a wait that was going on when the connection was lost, or that the room put an end to; null if it goes
 * on, or came to nothing that anybody did.
 */
export function decideEndedWait(room: Room, { principal, waitingSince }: Join): Decision | null {
  if (waitingSince === undefined || knockOf(room, principal)) return null;
  if (turnedAwaySince(room, principal, waitingSince)) return refuse('not-admitted');
  const ended = room.phase === 'ended' && room.ending !== null && room.ending.at >= waitingSince;
  return ended ? refuse('room-ended') : null;
}

/** Whoever has to wait knocks, once: who waits already goes on, also from another device or under another name. */
export function decideKnock(room: Room, order: Join, at: Millis): Decision {
  const { principal, name } = order;
  const knock = knockOf(room, principal);
  if (knock && !isAppeal(knock)) return commit();
  if (isLobbyFull(room, order)) return refuse('lobby-full');
  return commit({ type: 'knocked', principal, name, at });
}

/** Somebody barred asks to come back. A lock refuses them as it does everybody. */
export function decideAppeal(room: Room, order: Join, appeal: string, at: Millis): Decision {
  const { principal, name } = order;
  if (room.lock) return refuse('room-locked');
  if (!mayAppeal(room, principal)) return refuse('barred');
  if (knockOf(room, principal)) return commit();
  if (isLobbyFull(room, order)) return refuse('lobby-full');
  return commit({ type: 'knocked', principal, name, appeal, at });
}

function isLobbyFull(room: Room, { places }: Join): boolean {
  return everyoneWaiting(room).length >= places;
}
