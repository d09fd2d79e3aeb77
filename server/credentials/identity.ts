import { timingSafeEqual } from 'node:crypto';

import type { PrincipalId, RoomId } from '#protocol/ids.ts';

import { sha256 } from './random.ts';

/**
 * Who presents this proof, in this room: a pseudonym that can be shown to everybody, because it leads neither back to
 * the proof nor to the same person's name in another room.
 */
export function principalOf(room: RoomId, identityProof: string): PrincipalId {
  return sha256(`parley/principal/v1 ${room} ${identityProof}`).slice(0, 22) as PrincipalId;
}

/** What the server keeps of an invite key. */
export const inviteHashOf = (inviteKey: string): string => sha256(inviteKey);

/** Whether the texts are equal, in a time that does not tell where they differ. */
export function sameSecret(presented: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(presented)), Buffer.from(sha256(expected)));
}
