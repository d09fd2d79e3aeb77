import { hosts, others, participantOf } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** A host who leaves others behind is asked once; everybody else leaves by one click. */
export function isAskedBeforeLeaving({ room, me }: Inside): boolean {
  return participantOf(room, me)?.role === 'host' && others(room, me).length > 0;
}

/** What leaving without handing over means for the others. */
export function wayOf({ room, me, phase }: Inside): 'withoutHost' | 'othersStay' | 'offline' {
  if (phase !== 'joined') return 'offline';
  return hosts(room).some(({ id }) => id !== me) ? 'othersStay' : 'withoutHost';
}
