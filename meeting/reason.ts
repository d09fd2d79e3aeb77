import { type Reason, REASONS, type ReasonType } from '#protocol/reasons.ts';

/** How whoever leaves says that they go. */
export interface OwnWay {
  readonly policy?: 'alone' | undefined;
  readonly switching?: true | undefined;
}

/** Why somebody leaves who was not put out: the same for the leaver's own side, for the room and for the others. */
export function ownWayOut({ policy, switching }: OwnWay): Reason {
  if (policy !== undefined) return reasonOf('ROOM_CLOSE');
  return reasonOf(switching ? 'SWITCH_ROOM' : 'MANUAL_LEAVE_CALLED');
}

/** The whole reason for its type: code, type and message always come from the one table and so belong together. */
export function reasonOf(type: ReasonType): Reason {
  const { code, message } = REASONS[type];
  return { code, type, message };
}
