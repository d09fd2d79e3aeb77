import type { Result } from '#protocol/errors.ts';
import { badLink } from './badLink.ts';
import { formatIpv6, parseIpv4, parseIpv6, type Reach, reachOfIpv4, reachOfIpv6 } from './ipAddress.ts';

export interface Host {
  /** In the one spelling that it has: lower case, an IPv6 address shortened and in brackets. */
  readonly text: string;
  /** On this machine or its own network: reached without TLS. */
  readonly isPrivate: boolean;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What a web address parser takes for an IPv4 address in disguise: `127.1`, `0x7f.1`, `2130706433`. */
const NUMBER = /^(?:\d+|0x[0-9a-f]*)$/;

/** A DNS name, an IPv4 address or an IPv6 address in brackets, in plain ASCII. */
export function parseHost(text: string): Result<Host> {
  const host = text.toLowerCase();
  if (host.startsWith('[') || host.endsWith(']')) return parseBracketed(host);
  if (host.includes(':')) return badLink('an IPv6 address needs square brackets around it, as in [fe80::1]:8080');
  const labels = host.split('.');
  if (NUMBER.test(labels.at(-1) ?? '')) return parseDotted(host);
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) {
    return badLink('the server is no name or address that a server can have; ask for the link again');
  }
  return { ok: true, value: { text: host, isPrivate: host === 'localhost' || host.endsWith('.local') } };
}

function parseBracketed(host: string): Result<Host> {
  const address = host.startsWith('[') && host.endsWith(']') ? parseIpv6(host.slice(1, -1)) : null;
  if (!address) return badLink('what stands in square brackets is no IPv6 address; ask for the link again');
  return reached(`[${formatIpv6(address)}]`, reachOfIpv6(address));
}

function parseDotted(host: string): Result<Host> {
  const bytes = parseIpv4(host);
  if (!bytes) return badLink('an IPv4 address has four numbers from 0 to 255, as in 192.168.1.20');
  return reached(host, reachOfIpv4(bytes));
}

function reached(text: string, reach: Reach): Result<Host> {
  if (reach === 'nowhere') return badLink('no server can be reached at that address; ask for the link again');
  return { ok: true, value: { text, isPrivate: reach === 'private' } };
}
