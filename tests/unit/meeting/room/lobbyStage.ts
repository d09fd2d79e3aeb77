import { everyoneWaiting } from '#meeting/room/lobby.ts';
import type { PrincipalId } from '#protocol/ids.ts';
import { ana, stage, type Stage } from './stage.ts';

/** Ana, the host, is in with these, and the lobby is on from then. */
export function lobby(...others: readonly PrincipalId[]): Stage {
  const made = stage(ana, ...others);
  made.command(ana, { type: 'set-lobby', on: true });
  return made;
}

/** Who waits, by name. */
export const waiting = (made: Stage): readonly string[] => everyoneWaiting(made.open).map(({ name }) => name);

/** The same room, after somebody was let in and barred. */
export function barred(made: Stage, principal: PrincipalId): Stage {
  made.join(principal);
  made.command(ana, { type: 'admit', principal });
  made.join(principal);
  made.command(ana, { type: 'remove', participant: made.who(principal).id, reason: '', bar: true });
  return made;
}
