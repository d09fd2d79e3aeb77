import type { Millis, ParticipantId } from '#protocol/ids.ts';
import type { AskedMedia, MediaState, Room, UnmuteAsk } from '#protocol/room.ts';
import { SENDING } from '../permissions.ts';
import type { Draft } from './draft.ts';
import { mayByRole } from './selectors.ts';

/** Milliseconds in which an ask waits for an answer, and before which its asker may not ask the same person again. */
export const ASK_AGAIN_MS = 60_000;

/** What somebody is being asked to switch on right now, by whom. */
export function openAskOf(room: Room, participant: ParticipantId): UnmuteAsk | null {
  return room.asks?.find((ask) => ask.open && ask.participant === participant) ?? null;
}

/**
 * For how many milliseconds yet nobody may be asked this by this one; 0 where they may. An ask that nobody answered
 * stands in the way of everybody, one that was answered in the way of who asked. A clock that jumped back is in nobody's.
 */
export function waitBeforeAsking(room: Room, asker: ParticipantId, asked: ParticipantId, at: Millis): number {
  const waits = (room.asks ?? [])
    .filter((ask) => ask.participant === asked && (ask.open || ask.by.participant === asker))
    .filter((ask) => at >= ask.at)
    .map((ask) => ask.at + ASK_AGAIN_MS - at);
  return Math.max(0, ...waits);
}

/** Writes an ask down: the only open one to this person, and the only one of this asker to them. */
export function noteAsk(draft: Draft, ask: UnmuteAsk): void {
  const others = (draft.room.asks ?? [])
    .filter((one) => one.participant !== ask.participant || one.by.participant !== ask.by.participant)
    .map((one) => (one.participant === ask.participant ? closed(one) : one));
  draft.set({ asks: [...others, ask] });
}

/** What was asked for and is on needs no answer any more. */
export function noteAnswer(draft: Draft, participant: ParticipantId, media: MediaState): void {
  replaceOpen(draft, participant, (ask) =>
    remaining(
      ask,
      ask.media.filter((kind) => !media[kind]),
    ),
  );
}

/** What whoever was asked may not send any more needs no answer either. */
export function noteRights(draft: Draft, participant: ParticipantId): void {
  replaceOpen(draft, participant, (ask) =>
    remaining(
      ask,
      ask.media.filter((kind) => mayByRole(draft.room, participant, SENDING[kind])),
    ),
  );
}

/** Whoever was asked said no. */
export function closeAsk(draft: Draft, participant: ParticipantId): void {
  replaceOpen(draft, participant, closed);
}

/** Whoever asked or was asked is gone, and the ask with them. */
export function forgetAsksOf(draft: Draft, participant: ParticipantId): void {
  const { asks } = draft.room;
  if (!asks?.some((ask) => concerns(ask, participant))) return;
  draft.set({ asks: asks.filter((ask) => !concerns(ask, participant)) });
}

export function forgetAllAsks(draft: Draft): void {
  if (draft.room.asks?.length !== 0) draft.set({ asks: [] });
}

const remaining = (ask: UnmuteAsk, media: AskedMedia[]): UnmuteAsk =>
  media.length === 0 ? closed(ask) : { ...ask, media };

const closed = (ask: UnmuteAsk): UnmuteAsk => (ask.open ? { ...ask, open: false } : ask);

const concerns = (ask: UnmuteAsk, participant: ParticipantId): boolean =>
  ask.participant === participant || ask.by.participant === participant;

function replaceOpen(draft: Draft, participant: ParticipantId, by: (ask: UnmuteAsk) => UnmuteAsk): void {
  if (!openAskOf(draft.room, participant)) return;
  const asks = draft.room.asks ?? [];
  draft.set({ asks: asks.map((ask) => (ask.open && ask.participant === participant ? by(ask) : ask)) });
}
