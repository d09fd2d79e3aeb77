import { isHandRaised, raisedHands } from '#meeting/room/hands.ts';
import type { Participant, Room } from '#protocol/room.ts';

/** Of these people: whose hands are up, the first one first, and all others as they came. */
export function inOrder(
  room: Room,
  people: readonly Participant[],
): { readonly hands: readonly Participant[]; readonly others: readonly Participant[] } {
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    hands: raisedHands(room).flatMap(({ participant }) => byId.get(participant) ?? []),
    others: people.filter(({ id }) => !isHandRaised(room, id)),
  };
}
