import type { Millis, ParticipantId } from '#protocol/ids.ts';
import type { MediaState, Participant, Room, ShareAsk } from '#protocol/room.ts';
import type { Draft } from './draft.ts';
import { everyone, mayIn, participantOf } from './selectors.ts';

/** Milliseconds in which who shares is expected to answer who asks, and before which neither is asked again. */
export const SHARE_ASK_MS = 30_000;
/** Milliseconds for which the place that was made is kept for who asked for it. */
export const SHARE_PLACE_MS = 10_000;

/** Whether the room says that somebody shares a screen, and nobody has stopped it: nothing else counts, whatever arrives. */
export const isSharing = (person: Participant | undefined): boolean =>
  person?.media.screen === true && person.stopped?.screen === undefined;

/** Who shares a screen; null: nobody does. */
export function sharerIn(room: Room): Participant | null {
  return everyone(room).find(isSharing) ?? null;
}

/** The ask that waits for an answer. */
export function openShareAsk(room: Room): ShareAsk | null {
  return room.shareAsk?.answered === null ? room.shareAsk : null;
}

/** For how many milliseconds yet this one may not ask; 0 where they may. A clock that jumped back is in nobody's way. */
export function waitBeforeAskingToShare({ shareAsk }: Room, asker: ParticipantId, at: Millis): number {
  if (!shareAsk || at < shareAsk.at) return 0;
  const { answered, by } = shareAsk;
  const isInTheWay = answered === null || (!answered.accepted && by.participant === asker);
  return isInTheWay ? Math.max(0, shareAsk.at + SHARE_ASK_MS - at) : 0;
}

/** Whether somebody else was made room for, and may yet come. */
function isPlaceOfAnother({ shareAsk }: Room, participant: ParticipantId | null, at: Millis): boolean {
  if (!shareAsk?.answered?.accepted || shareAsk.by.participant === participant) return false;
  const since = at - shareAsk.answered.at;
  return since >= 0 && since < SHARE_PLACE_MS;
}

/** Whether somebody else stands in the way of beginning to share: who shares, or who was just made room for. */
export function isShareTaken(room: Room, participant: ParticipantId | null, at: Millis): boolean {
  const isLiveElsewhere = everyone(room).some(
    ({ id, media, connection }) => id !== participant && media.screen && connection === 'live',
  );
  return isLiveElsewhere || isPlaceOfAnother(room, participant, at);
}

/** What somebody who comes in may have on: a screen only where none is in its way, be its connection lost. */
export function withFreeScreen(
  room: Room,
  participant: ParticipantId | null,
  media: MediaState,
  at: Millis,
): MediaState {
  const isInTheWay = everyone(room).some(({ id, media: { screen } }) => id !== participant && screen);
  if (!media.screen || !(isInTheWay || isPlaceOfAnother(room, participant, at))) return media;
  return { ...media, screen: false };
}

/**
 * After every event: an ask whose asker shares, may not any more or is gone is over; and whoever was asked and shares no
 * more has said yes.
 */
export function followShare(draft: Draft, at: Millis): void {
  const { shareAsk } = draft.room;
  if (!shareAsk) return;
  const asker = participantOf(draft.room, shareAsk.by.participant);
  if (!asker || asker.media.screen || !mayIn(draft.room, asker.id, 'shareScreen')) draft.set({ shareAsk: null });
  else if (!shareAsk.answered && !participantOf(draft.room, shareAsk.participant)?.media.screen) {
    draft.set({ shareAsk: { ...shareAsk, answered: { accepted: true, at } } });
  }
}
