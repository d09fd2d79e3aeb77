import type { ToldExit } from '#protocol/ipc/receipt.ts';
import type { ReasonType } from '#protocol/reasons.ts';

/** What a dialog about an exit is about: each has its own title, words and icon. */
export type ExitKind =
  | 'ended'
  | 'removed'
  | 'sent-back'
  | 'other-device'
  | 'closed'
  | 'alone'
  | 'lost'
  | 'viewer-mode'
  | 'off-stage'
  | 'unknown'
  | 'not-let-in'
  | 'switch-failed'
  | 'left';

const BY_REASON: Readonly<Record<ReasonType, ExitKind>> = {
  WEBSOCKET_DISCONNECTED: 'lost',
  REMOVE_PEER: 'removed',
  REMOVE_PEER_VIEWER_MODE_CHANGED: 'viewer-mode',
  REMOVE_PEER_MEDIA_RELAY_STOP: 'off-stage',
  SWITCH_ROOM: 'left',
  ROOM_CLOSE: 'closed',
  UNKNOWN: 'unknown',
  REMOVE_ALL: 'ended',
  MEETING_END_API: 'ended',
  REMOVE_PEER_API: 'removed',
  DUPLICATE_PARTICIPANT: 'other-device',
  MANUAL_LEAVE_CALLED: 'left',
  CONNECTION_ATTEMPTS_EXHAUSTED: 'lost',
  JOIN_ROOM_FAILED: 'not-let-in',
  SWITCH_ROOM_FAILED: 'switch-failed',
};

/**
 * What an exit is. The reason says it; where it is unknown, the notice of a removal does. Who did it never decides: an
 * unknown remover does not turn a removal into an end (semantics rule 5).
 */
export function exitKind({ reason, removal, policy }: ToldExit): ExitKind {
  if (policy === 'alone') return 'alone';
  const kind = BY_REASON[reason.type];
  if (kind === 'removed' && removal?.toLobby === true) return 'sent-back';
  if (kind !== 'unknown' || removal === null) return kind;
  return removal.roomWasEnded ? 'ended' : 'removed';
}
