import type { ParleyError } from '#protocol/errors.ts';
import type { ParticipantLeftNotice } from '#protocol/ipc/notice.ts';
import type { CaptureKind, CaptureView } from '#protocol/ipc/snapshot.ts';

import type { Words } from './words.ts';

/** What was refused or failed, and what to do about it. */
export function sayError(t: Words, error: ParleyError): string {
  return t(`errors.${error.code}`);
}

/** Why a device that is wanted is not on; null where it is, or is about to be. */
export function sayCaptureProblem(t: Words, kind: CaptureKind, view: CaptureView): string | null {
  return view.wanted && view.error !== null ? t(`capture.problem.${kind}.${view.error}`) : null;
}

const GONE = {
  WEBSOCKET_DISCONNECTED: 'lost',
  REMOVE_PEER: 'removed',
  REMOVE_PEER_VIEWER_MODE_CHANGED: 'offStage',
  REMOVE_PEER_MEDIA_RELAY_STOP: 'offStage',
  SWITCH_ROOM: 'switched',
  ROOM_CLOSE: 'left',
  UNKNOWN: 'gone',
  REMOVE_ALL: 'left',
  MEETING_END_API: 'left',
  REMOVE_PEER_API: 'removed',
  DUPLICATE_PARTICIPANT: 'left',
  MANUAL_LEAVE_CALLED: 'left',
  CONNECTION_ATTEMPTS_EXHAUSTED: 'lost',
  JOIN_ROOM_FAILED: 'lost',
  SWITCH_ROOM_FAILED: 'lost',
} as const satisfies Record<ParticipantLeftNotice['reason']['type'], string>;

/** How somebody else went, as the others read and hear it. An unknown reason is never passed off as a leave. */
export function sayGone(t: Words, notice: ParticipantLeftNotice): string {
  if (notice.toLobby) return t('happened.sentToLobby', { name: notice.name });
  return t(`happened.${GONE[notice.reason.type]}`, { name: notice.name });
}
