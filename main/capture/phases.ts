import type { Session } from '#protocol/session.ts';
import { isInside } from '#meeting/session/reduce.ts';

/** In these phases, and in no other, a device may be open. */
const CAPTURE_PHASES: ReadonlySet<Session['phase']> = new Set(['preview', 'joining', 'joined', 'reconnecting']);

export const mayCapture = (session: Session): boolean => CAPTURE_PHASES.has(session.phase);

/** Going away from here means leaving something: closing and quitting ask first, links ask whether to switch. */
export const isInMeeting = (session: Session): boolean => session.phase === 'joining' || isInside(session);
