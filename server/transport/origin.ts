import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

import type { ErrorCode } from '#protocol/errors.ts';

interface Allowed {
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
}

/**
 * Why a request must not be served, if so (invariant 9). Any web page can have a browser send requests here: its
 * `Origin` then tells. And any web page can have its own name point here (DNS rebinding): the `Host` then tells, because
 * it is a name that this server was never given. Addresses and `localhost` can't be pointed anywhere.
 */
export function refusalOfOrigin({ headers }: IncomingMessage, allowed: Allowed): ErrorCode | null {
  const host = hostOf(headers.host ?? '');
  if (host === null || !(host === 'localhost' || isIP(host) !== 0 || allowed.allowedHosts.includes(host))) {
    return 'origin-refused';
  }
  const { origin } = headers;
  return origin === undefined || allowed.allowedOrigins.includes(origin) ? null : 'origin-refused';
}

/** The host of `host`, `host:port` or `[v6]:port`, in lower case. */
function hostOf(header: string): string | null {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+))(?::\d{1,5})?$/.exec(header);
  return (match?.[1] ?? match?.[2] ?? null)?.toLowerCase() ?? null;
}
