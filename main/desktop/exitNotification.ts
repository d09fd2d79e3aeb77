import type { Exit } from '#protocol/session.ts';
import type { en } from '#languages/en/en.ts';
import type { Words } from '#languages/words.ts';

/**
 * What the desktop says of an exit that somebody else, or something else, brought about; null for my own. The window's
 * dialog says the same and more: this is for who has no window to look at.
 */
export function exitNotification(t: Words, exit: Exit): { readonly title: string; readonly body: string } | null {
  if (exit.mine) return null;
  const title = t(`outside.exit.titles.${titleOf(exit)}`);
  const name = exit.removal?.peerWhoRemoved?.name;
  const why = exit.removal?.reason || (exit.policy === undefined ? '' : t(`outside.exit.why.${exit.policy}`));
  const by = name === undefined ? '' : t('outside.exit.by', { name });
  const body = [by, why].filter((part) => part !== '').join(' ');
  return { title, body: body === '' ? t('outside.exit.readMore') : body };
}

/** Titles as the window's dialogs have them (experience.md). */
function titleOf({ reason, removal, policy }: Exit): keyof typeof en.outside.exit.titles {
  if (policy === 'alone') return 'out';
  if (reason.type === 'ROOM_CLOSE') return 'closed';
  if (removal?.toLobby === true) return 'sentToLobby';
  if (removal !== null) return removal.roomWasEnded ? 'ended' : 'removed';
  switch (reason.type) {
    case 'REMOVE_ALL':
    case 'MEETING_END_API':
      return 'ended';
    case 'REMOVE_PEER':
    case 'REMOVE_PEER_API':
      return 'removed';
    case 'DUPLICATE_PARTICIPANT':
      return 'elsewhere';
    case 'REMOVE_PEER_MEDIA_RELAY_STOP':
    case 'REMOVE_PEER_VIEWER_MODE_CHANGED':
      return 'closed';
    case 'WEBSOCKET_DISCONNECTED':
    case 'CONNECTION_ATTEMPTS_EXHAUSTED':
    case 'JOIN_ROOM_FAILED':
      return 'lost';
    case 'SWITCH_ROOM_FAILED':
      return 'notSwitched';
    case 'SWITCH_ROOM':
    case 'MANUAL_LEAVE_CALLED':
    case 'UNKNOWN':
      return 'out';
  }
}
