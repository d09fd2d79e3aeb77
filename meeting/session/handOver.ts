import type { Participant } from '#protocol/room.ts';
import type { Session } from '#protocol/session.ts';

import { isLastHost, others } from '../room/selectors.ts';

const isLost = ({ connection }: Participant): number => (connection === 'lost' ? 1 : 0);

/**
 * Who could be host after me, the longest present first; those whose connection is lost come last. Nobody where another
 * host stays anyway, and offline, because then leaving is told only later.
 */
export function successors(session: Session): readonly Participant[] {
  if (session.phase !== 'joined') return [];
  const { room, me } = session;
  if (!isLastHost(room, me)) return [];
  return [...others(room, me)].sort((a, b) => isLost(a) - isLost(b) || a.joinedAt - b.joinedAt);
}

/** Whether the others would be without a host if I left now. */
export const needsHandOver = (session: Session): boolean => successors(session).length > 0;
