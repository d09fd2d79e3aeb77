import { webcrypto } from 'node:crypto';

import type { ClientEnvironment } from '#client/contract.ts';

import type { Clock, Log } from '../ports.ts';
import { postJson } from './post.ts';
import { openSocket } from './socket.ts';

/** What the client stands on in this process: `ws`, Node's HTTP and Web Crypto. */
export function clientEnvironment(clock: Clock, log: Log): ClientEnvironment {
  return {
    connect: openSocket,
    post: postJson,
    now: () => clock.now(),
    schedule: (ms, task) => clock.schedule(ms, task),
    random: () => Math.random(),
    crypto: webcrypto,
    log: ({ at: _at, what, ...fields }) => log(what, fields),
  };
}
