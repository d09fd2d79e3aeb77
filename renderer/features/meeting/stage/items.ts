import { everyone } from '#meeting/room/selectors.ts';
import { isSharing } from '#meeting/room/sharing.ts';
import type { Participant, Room } from '#protocol/room.ts';

/**
 * One tile of the stage: somebody's camera (or initials where it is off), or the screen that they share. Everything on the
 * stage — order, arrangement, pins, places — is about these, whatever they show.
 */
export interface StageItem {
  /** The same for as long as it is on the stage. */
  readonly key: string;
  readonly kind: 'camera' | 'screen';
  readonly participant: Participant;
  readonly isMe: boolean;
}

export const cameraKey = (participant: string): string => participant;
/** Ids hold no slash. */
const screenKey = (participant: string): string => `${participant}/screen`;

/** All that could be on the stage, in the order in which people came; screens after their sharers. */
export function stageItems(room: Room, me: string): readonly StageItem[] {
  return everyone(room).flatMap((participant): readonly StageItem[] => {
    const isMe = participant.id === me;
    const camera: StageItem = { key: cameraKey(participant.id), kind: 'camera', participant, isMe };
    // My own screen would show itself, again and again.
    if (isMe || !isSharing(participant)) return [camera];
    return [camera, { key: screenKey(participant.id), kind: 'screen', participant, isMe }];
  });
}
