import { withdrawTask } from '../rooms/lobby/withdrawTask.ts';
import { idOf, parseClientFrame, type RawFrame } from './clientFrame.ts';
import type { Connection, Stage } from './connection.ts';

type Waiting = Extract<Stage, { readonly name: 'waiting' }>;

/** Does what a frame of somebody asks for who waits to be let in: to stop waiting, and signs of life. */
export function serveWaiting(connection: Connection, raw: RawFrame, { actor, waiter }: Waiting): void {
  const parsed = parseClientFrame(raw);
  if (!parsed.ok) {
    connection.complain(parsed.error, idOf(raw));
    return;
  }
  const frame = parsed.value;
  if (frame.type === 'withdraw') {
    if (!waiter.gone) actor.submit(withdrawTask(waiter));
  } else if (frame.type === 'ping') {
    connection.send(`{"type":"pong","n":${frame.n}}`);
  } else if (frame.type !== 'pong') {
    connection.complain({ code: 'not-joined' }, idOf(raw));
  }
}
