import type { Policy } from '#protocol/room.ts';
import type { Exit } from '#protocol/session.ts';

/**
 * What the desktop says of an exit that somebody else, or something else, brought about; null for my own. The window's
 * dialog says the same and more: this is for who has no window to look at.
 */
export function exitNotification(exit: Exit): { readonly title: string; readonly body: string } | null {
  if (exit.mine) return null;
  const title = titleOf(exit);
  const doer = exit.removal?.peerWhoRemoved?.name;
  const why = exit.removal?.reason || (exit.policy === undefined ? '' : POLICIES[exit.policy]);
  const by = doer === undefined ? '' : `By ${doer}.`;
  const body = [by, why].filter((part) => part !== '').join(' ');
  return { title, body: body === '' ? 'Open Parley to read more.' : body };
}

/** What a policy is to people, as the window's dialogs have it. */
const POLICIES: Readonly<Record<Policy, string>> = {
  duration: 'It reached its time limit.',
  'no-host': 'It was without a host for too long.',
  shutdown: 'Its server was shut down.',
  alone: 'You were alone there.',
};

/** Titles as the window's dialogs have them (experience.md). */
function titleOf({ reason, removal, policy }: Exit): string {
  if (policy === 'alone') return 'You are out of the meeting';
  if (reason.type === 'ROOM_CLOSE') return 'The meeting was closed';
  if (removal?.toLobby === true) return 'You were sent back to the lobby';
  if (removal !== null) return removal.roomWasEnded ? 'The meeting was ended' : 'You were removed from the meeting';
  switch (reason.type) {
    case 'REMOVE_ALL':
    case 'MEETING_END_API':
      return 'The meeting was ended';
    case 'REMOVE_PEER':
    case 'REMOVE_PEER_API':
      return 'You were removed from the meeting';
    case 'DUPLICATE_PARTICIPANT':
      return 'Continued on another device';
    case 'REMOVE_PEER_MEDIA_RELAY_STOP':
    case 'REMOVE_PEER_VIEWER_MODE_CHANGED':
      return 'The meeting was closed';
    case 'WEBSOCKET_DISCONNECTED':
    case 'CONNECTION_ATTEMPTS_EXHAUSTED':
    case 'JOIN_ROOM_FAILED':
      return 'Connection lost';
    case 'SWITCH_ROOM_FAILED':
      return 'The other meeting could not be joined';
    case 'SWITCH_ROOM':
    case 'MANUAL_LEAVE_CALLED':
    case 'UNKNOWN':
      return 'You are out of the meeting';
  }
}
