import { hosts, isLastHost, others, participantOf } from '#meeting/room/selectors.ts';
import type { Participant } from '#protocol/room.ts';
import type { SessionIn } from '#protocol/session.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** A host who leaves others behind is asked once; everybody else leaves by one click. */
export function isAskedBeforeLeaving({ room, me }: Inside): boolean {
  return participantOf(room, me)?.role === 'host' && others(room, me).length > 0;
}

const isLost = ({ connection }: Participant): number => (connection === 'lost' ? 1 : 0);

/**
 * Who could be host after me, the longest present first; those whose connection is lost come last. Nobody where another
 * host stays anyway, and offline, because then leaving is told only later.
 */
export function successors({ room, me, phase }: Inside): readonly Participant[] {
  if (phase !== 'joined' || !isLastHost(room, me)) return [];
  return [...others(room, me)].sort((a, b) => isLost(a) - isLost(b) || a.joinedAt - b.joinedAt);
}

/** What leaving without handing over means for the others. */
export function wayOf({ room, me, phase }: Inside): 'withoutHost' | 'othersStay' | 'offline' {
  if (phase !== 'joined') return 'offline';
  return hosts(room).some(({ id }) => id !== me) ? 'othersStay' : 'withoutHost';
}
