import type { Participant } from '#protocol/room.ts';

/**
 * What becomes of a join by somebody who is in the meeting already: the newer device takes the place over (1011), or is
 * refused with `already-joined` for as long as the connection of the older one is live. A lost one is always taken over.
 */
export type Duplicates = 'take-over' | 'refuse';

/** Whether whoever is `there` keeps their place against a newer device of their own. */
export function keepsPlace(there: Participant, duplicates: Duplicates | undefined): boolean {
  return duplicates === 'refuse' && there.connection === 'live';
}
