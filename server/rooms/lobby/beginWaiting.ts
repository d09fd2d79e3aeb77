import { isAppeal, knockOf } from '#meeting/room/lobby.ts';
import type { Millis } from '#protocol/ids.ts';

import { waitingFrame } from '../frames.ts';
import type { Joiner, RoomParts } from '../parts.ts';
import type { Task } from '../task.ts';
import { Waiter } from './waiters.ts';

/**
 * Puts the connection among those who wait, or lets it ask at once for what has come of the knock in the meantime.
 * `askedAt`: when the knock was decided on; `again`: what asks once more.
 */
export function beginWaiting(parts: RoomParts, joiner: Joiner, askedAt: Millis, again: (joiner: Joiner) => Task): void {
  const { chronicle, waiters, settings } = parts;
  const { grant, hello, newcomer } = joiner;
  const { outlet } = newcomer;
  const knock = chronicle.room && knockOf(chronicle.room, grant.principal);
  const waitingSince = knock?.at ?? hello.waitingSince ?? askedAt;
  const waiter = new Waiter(grant.principal, outlet, () => {
    parts.submit(again({ ...joiner, hello: { ...hello, waitingSince }, waiter }));
  });
  if (!knock) {
    waiter.ask();
    return;
  }
  waiters.add(waiter);
  const frame = waitingFrame({
    type: 'waiting',
    since: knock.at,
    ...(isAppeal(knock) && { appeal: true }),
    limits: settings.limits,
    serverTime: settings.clock.now(),
  });
  newcomer.waits(waiter, frame);
}
