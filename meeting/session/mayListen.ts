import type { Session } from '#protocol/session.ts';
import { mayInSession } from './mayInSession.ts';
import { isInside } from './reduce.ts';

/**
 * Whether the microphone may be open without being sent: inside a meeting, while it is not wanted on, for somebody who may
 * speak there and asked to be told that they talk. One rule for who opens it and for who lets it be opened.
 */
export function mayListen(session: Session, isWanted: boolean, isAskedFor: boolean): boolean {
  return isAskedFor && !isWanted && isInside(session) && mayInSession(session, 'publishAudio');
}
