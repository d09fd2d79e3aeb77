import { webcrypto } from 'node:crypto';

import type { ClientEnvironment } from '#client/contract.ts';

import type { Clock, Log } from '../ports.ts';
import { lateSocket } from './lateSocket.ts';

/** Brings what reaches other machines. */
export const loadNetwork = () => import('./network.ts');

/** What the client stands on in this process: `ws`, Node's HTTP and Web Crypto. */
export function clientEnvironment(clock: Clock, log: Log): ClientEnvironment {
  return {
    connect: (...to) =>
      lateSocket(
        loadNetwork().then(({ openSocket }) => openSocket),
        ...to,
      ),
    async post(...what) {
      const { postJson } = await loadNetwork();
      return postJson(...what);
    },
    now: () => clock.now(),
    schedule: (ms, task) => clock.schedule(ms, task),
    random: () => Math.random(),
    crypto: webcrypto,
    log: ({ at: _at, what, ...fields }) => log(what, fields),
  };
}
