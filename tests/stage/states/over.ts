import type { ROOM } from '../room.ts';
import { over, removalBy, snapshotOf } from '../snapshot.ts';
import { receiptOf } from '../receipts.ts';
import type { StageState } from '../states.ts';

const LONG =
  'We have run out of time and the next group needs the room. Please send what is left to the list; Chloé collects it until Friday and we go through everything on Monday at ten.';

const DETAILS = [{ press: 'Details' }] as const;

/** A dialog for each way in which a stay ends without my doing. */
export const OVER_STATES = {
  'over-ended': {
    snapshot: snapshotOf(over('REMOVE_ALL', { removal: removalBy({ roomWasEnded: true, reason: 'Lunch is ready' }) })),
  },
  'over-ended-receipt': {
    snapshot: snapshotOf(over('REMOVE_ALL', { removal: removalBy({ roomWasEnded: true, reason: 'Lunch is ready' }) }), {
      receipt: receiptOf('REMOVE_ALL', { removal: removalBy({ roomWasEnded: true, reason: 'Lunch is ready' }) }),
    }),
    steps: DETAILS,
  },
  'over-ended-and-locked': {
    snapshot: snapshotOf(
      over('REMOVE_ALL', {
        mayRejoin: false,
        removal: removalBy({ roomWasEnded: true, locked: true, reason: LONG }),
      }),
    ),
  },
  'over-ended-by-api': {
    snapshot: snapshotOf(over('MEETING_END_API', { removal: removalBy({ roomWasEnded: true, peerWhoRemoved: null }) })),
  },
  'over-sent-back': {
    snapshot: snapshotOf(over('REMOVE_PEER', { removal: removalBy({ toLobby: true, reason: 'A moment, please.' }) })),
  },
  'over-removed': {
    snapshot: snapshotOf(over('REMOVE_PEER', { removal: removalBy({ reason: 'Wrong meeting, I think.' }) })),
  },
  'over-removed-and-barred': {
    snapshot: snapshotOf(over('REMOVE_PEER', { mayRejoin: false, removal: removalBy({ locked: true }) })),
  },
  'over-removed-now-locked': {
    snapshot: snapshotOf({
      ...over('REMOVE_PEER', { removal: removalBy({ reason: 'Wrong meeting, I think.' }) }),
      wayBack: { role: 'guest', refusal: { code: 'room-locked' }, mayUnlock: false },
    }),
  },
  'over-lost-back-as-host': {
    snapshot: snapshotOf({
      ...over('WEBSOCKET_DISCONNECTED'),
      wayBack: { role: 'host', refusal: null, mayUnlock: false },
    }),
  },
  'over-lost-unreachable': {
    snapshot: snapshotOf({
      ...over('WEBSOCKET_DISCONNECTED'),
      wayBack: { role: null, refusal: { code: 'connection-failed' }, mayUnlock: false },
    }),
  },
  'over-removed-by-unknown': {
    snapshot: snapshotOf(over('REMOVE_PEER', { removal: removalBy({ peerWhoRemoved: null }) })),
  },
  'over-removed-by-api': {
    snapshot: snapshotOf(over('REMOVE_PEER_API', { removal: removalBy({ peerWhoRemoved: null }) })),
  },
  'over-other-device': { snapshot: snapshotOf(over('DUPLICATE_PARTICIPANT', { mayRejoin: false })) },
  'over-closed': { snapshot: snapshotOf(over('ROOM_CLOSE')) },
  'over-closed-by-time-limit': {
    snapshot: snapshotOf(
      over('ROOM_CLOSE', { policy: 'duration', removal: removalBy({ roomWasEnded: true, peerWhoRemoved: null }) }),
    ),
  },
  'over-closed-without-host': {
    snapshot: snapshotOf(
      over('ROOM_CLOSE', { policy: 'no-host', removal: removalBy({ roomWasEnded: true, peerWhoRemoved: null }) }),
    ),
  },
  'over-alone': { snapshot: snapshotOf(over('ROOM_CLOSE', { policy: 'alone' })) },
  'over-connection-lost': { snapshot: snapshotOf(over('WEBSOCKET_DISCONNECTED')), steps: DETAILS },
  'over-gave-up': { snapshot: snapshotOf(over('CONNECTION_ATTEMPTS_EXHAUSTED')) },
  'over-not-let-in': {
    snapshot: snapshotOf(over('JOIN_ROOM_FAILED', { mayRejoin: false, error: { code: 'room-locked' } })),
    steps: DETAILS,
  },
  'over-switch-failed': {
    snapshot: snapshotOf(
      over('SWITCH_ROOM_FAILED', {
        error: { code: 'room-locked' },
        sought: { server: 'meet.example.org', room: 'bqz-hdul-mre' as typeof ROOM, hosted: false },
      }),
    ),
  },
  'over-viewer-mode': { snapshot: snapshotOf(over('REMOVE_PEER_VIEWER_MODE_CHANGED')) },
  'over-off-stage': { snapshot: snapshotOf(over('REMOVE_PEER_MEDIA_RELAY_STOP')) },
  'over-unknown': { snapshot: snapshotOf(over('UNKNOWN')) },
} as const satisfies Record<string, StageState>;
