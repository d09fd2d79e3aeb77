import { get } from 'node:http';
import { get as getSecurely } from 'node:https';

import { kindOf } from '../logging.ts';
import type { Configuration } from './configuration.ts';

/** Milliseconds that an answer may take. */
const ANSWER_MS = 5_000;

/** Interfaces that stand for all, and are no address to ask at. */
const ANY: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Why the server that runs with these settings on this machine is not well; null if it is. One that drains is well: it
 * only takes nobody in.
 */
export function healthProblem({ host, port, tlsCert }: Configuration): Promise<string | null> {
  const options = { host: ANY[host] ?? host, port, path: '/v1/health', timeout: ANSWER_MS, agent: false };
  return new Promise((settle) => {
    // The certificate is for another name than the address that is asked here.
    const request = tlsCert === null ? get(options) : getSecurely({ ...options, rejectUnauthorized: false });
    request.on('response', (response) => {
      response.resume();
      const { statusCode = 0 } = response;
      settle(statusCode === 200 ? null : `the server answers with ${statusCode}.`);
    });
    request.on('timeout', () => {
      request.destroy();
      settle('the server does not answer.');
    });
    request.on('error', (error) => {
      settle(`the server can not be reached (${kindOf(error)}).`);
    });
  });
}
