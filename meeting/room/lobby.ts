import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { Knock, Room, TurnedAway } from '#protocol/room.ts';
import { barredEntry, mayAs, own } from './selectors.ts';

/** Who comes while the lobby is on waits. */
export function isLobbyOn(room: Room): boolean {
  return (room.lobby ?? null) !== null;
}

/** Everybody who waits to be let in, the first first; those among them who are barred and ask to come back. */
export function everyoneWaiting(room: Room): readonly Knock[] {
  return Object.values(room.waiting ?? {});
}

/** Whether anybody waits. */
export function isWaitedFor(room: Room | null): boolean {
  return room !== null && everyoneWaiting(room).length > 0;
}

/** What a principal waits with, if they wait. */
export function knockOf(room: Room, principal: PrincipalId): Knock | null {
  return own(room.waiting ?? {}, principal);
}

/** Whether a knock is that of somebody barred, who asks to come back. */
export function isAppeal(knock: Knock): boolean {
  return knock.appeal !== undefined;
}

/** Whether a principal who is not present and not barred has to wait: the lobby stops nobody who lets people in. */
export function mustWait(room: Room, principal: PrincipalId): boolean {
  if (!isLobbyOn(room) || mayAs(room, principal, 'admit')) return false;
  return own(room.known ?? {}, principal) === null;
}

/** Whether what a principal waits for has not come yet: else a join now is let in, or told why not. */
export function stillWaits(room: Room, principal: PrincipalId): boolean {
  const knock = knockOf(room, principal);
  if (!knock) return false;
  return isAppeal(knock) ? barredEntry(room, principal) !== null : mustWait(room, principal);
}

/** Whether a principal is barred and may ask to come back: once for each bar, and until it is answered. */
export function mayAppeal(room: Room, principal: PrincipalId): boolean {
  if (!barredEntry(room, principal)) return false;
  return own(room.appealed ?? {}, principal) === null || knockOf(room, principal) !== null;
}

/** How a principal who waited since then was turned away, if they were. */
export function turnedAwaySince(room: Room, principal: PrincipalId, since: Millis): TurnedAway | null {
  const answer = own(room.turnedAway ?? {}, principal);
  return answer && answer.at >= since ? answer : null;
}
