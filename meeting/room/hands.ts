import type { ParticipantId } from '#protocol/ids.ts';
import type { RaisedHand, Room } from '#protocol/room.ts';
import type { Draft } from './draft.ts';

const NONE: readonly RaisedHand[] = [];

/** Whose hands are up, in the order in which they went up. */
export function raisedHands(room: Room): readonly RaisedHand[] {
  return room.hands ?? NONE;
}

export function isHandRaised(room: Room, participant: ParticipantId): boolean {
  return raisedHands(room).some((hand) => hand.participant === participant);
}

/** Their place in the order of hands, from 1; null while theirs is down. */
export function placeOfHand(room: Room, participant: ParticipantId): number | null {
  const index = raisedHands(room).findIndex((hand) => hand.participant === participant);
  return index < 0 ? null : index + 1;
}

/** The last in the order. */
export function noteHand(draft: Draft, hand: RaisedHand): void {
  draft.set({ hands: [...raisedHands(draft.room), hand] });
}

/** Their hand is down, also where it was not up. */
export function forgetHandOf(draft: Draft, participant: ParticipantId): void {
  if (!isHandRaised(draft.room, participant)) return;
  draft.set({ hands: raisedHands(draft.room).filter((hand) => hand.participant !== participant) });
}

export function forgetAllHands(draft: Draft): void {
  if (raisedHands(draft.room).length > 0) draft.set({ hands: [] });
}
