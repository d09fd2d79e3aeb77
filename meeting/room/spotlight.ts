import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import type { Draft } from './draft.ts';

/** Who is shown large to everybody; null: nobody. */
export function spotlit(room: Room): ParticipantId | null {
  return room.spotlight?.participant ?? null;
}

/** They are shown large no more, also where they were not. */
export function forgetSpotlightOn(draft: Draft, participant: ParticipantId): void {
  if (spotlit(draft.room) === participant) draft.set({ spotlight: null });
}
