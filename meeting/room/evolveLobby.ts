import type { Millis, PrincipalId } from '#protocol/ids.ts';
import type { RoomEventOf } from '#protocol/wire/event.ts';
import type { Draft } from './draft.ts';
import { everyoneWaiting, isAppeal, isLobbyOn, knockOf } from './lobby.ts';
import { mustFollow } from './mustFollow.ts';
import { barredEntry, present } from './selectors.ts';

/** Off: nobody has to wait any more but who is barred and asks to come back. */
export function lobbySet(draft: Draft, event: RoomEventOf<'lobby-set'>): void {
  const { on, by, at } = event;
  mustFollow(isLobbyOn(draft.room) !== on, event, 'the lobby is so already');
  draft.set({ lobby: on ? { by, at } : null });
  if (on) return;
  for (const knock of everyoneWaiting(draft.room)) if (!isAppeal(knock)) draft.drop('waiting', knock.principal);
}

export function knocked(draft: Draft, event: RoomEventOf<'knocked'>): void {
  const { type: _type, ...knock } = event;
  const { principal, at } = knock;
  mustFollow(present(draft.room, principal) === null, event, 'the principal is present');
  mustFollow(draft.room.lock === null, event, 'the room is locked');
  const barred = barredEntry(draft.room, principal) !== null;
  mustFollow(barred === isAppeal(knock), event, 'who is barred appeals, and nobody else');
  draft.put('waiting', principal, knock);
  draft.drop('turnedAway', principal);
  if (barred) draft.put('appealed', principal, at);
}

/** An appeal that nobody could answer, because nobody was there to make it any more, is not the one that they have. */
export function knockWithdrawn(draft: Draft, event: RoomEventOf<'knock-withdrawn'>): void {
  const { principal, cause } = event;
  mustFollow(knockOf(draft.room, principal) !== null, event, 'the principal does not wait');
  draft.drop('waiting', principal);
  if (cause === 'lost') draft.drop('appealed', principal);
}

export function knockAnswered(draft: Draft, event: RoomEventOf<'knock-answered'>): void {
  const { principal, answer, by, note, at } = event;
  mustFollow(knockOf(draft.room, principal) !== null, event, 'the principal does not wait');
  draft.drop('waiting', principal);
  if (answer === 'admitted') draft.put('known', principal, at);
  else draft.put('turnedAway', principal, { by, note, at });
}

/** As with a removal, a bar costs the role, too. */
export function principalBarred(draft: Draft, event: RoomEventOf<'principal-barred'>): void {
  const { principal, entry } = event;
  mustFollow(barredEntry(draft.room, principal) === null, event, 'the principal is barred');
  mustFollow(present(draft.room, principal) === null, event, 'the principal is present');
  draft.put('barred', principal, entry);
  draft.drop('roles', principal);
  noteBar(draft, principal);
}

/** Barred anew: they may ask once more, and nothing that was said before counts. */
export function noteBar(draft: Draft, principal: PrincipalId): void {
  draft.drop('appealed', principal);
  draft.drop('known', principal);
}

/** The bar is gone: whoever asked to come back may simply do so. */
export function noteUnbar(draft: Draft, principal: PrincipalId): void {
  draft.drop('appealed', principal);
  draft.drop('waiting', principal);
}

/** Somebody came in: they wait no longer, and what they are known by is that they are there. */
export function noteArrival(draft: Draft, principal: PrincipalId): void {
  draft.drop('waiting', principal);
  draft.drop('known', principal);
  draft.drop('turnedAway', principal);
}

/** Somebody went: they come back past the lobby, unless they were put out. Who does not see that keeps no list of it. */
export function noteDeparture(draft: Draft, principal: PrincipalId, wasPutOut: boolean, at: Millis): void {
  if (!wasPutOut && draft.room.known) draft.put('known', principal, at);
}

/** Nobody new is let in any more: nobody waits for it either. An appeal that was not answered can be made again. */
export function dismissWaiting(draft: Draft): void {
  for (const knock of everyoneWaiting(draft.room)) if (isAppeal(knock)) draft.drop('appealed', knock.principal);
  draft.clear('waiting');
}

/** A life of the room is over: whoever was in it has been in none of its next. */
export function forgetKnown(draft: Draft): void {
  draft.clear('known');
}
