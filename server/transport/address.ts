import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** Who sent the request: the nearest in its chain of addresses that is not one of our own proxies. */
export function senderOf(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  trustedProxies: readonly string[],
): string {
  const ours = new Set(trustedProxies.map(addressKey));
  const direct = socket.remoteAddress ?? '';
  const named = [headers['x-forwarded-for'] ?? []].flat().flatMap((list) => list.split(','));
  // Written from left to right by each proxy in turn; what stands left of a stranger is that stranger's word.
  const chain = [...named.map((address) => address.trim()), direct].reverse();
  const sender = chain.find((address) => !ours.has(addressKey(address))) ?? direct;
  return addressKey(isIP(sender) === 0 ? direct : sender);
}

/**
 * What counts as one address when failures are counted: an IPv4 address, or the /64 of an IPv6 address, because that
 * is what one customer has. Never logged.
 */
export function addressKey(remote: string): string {
  const plain = remote.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(plain) ? groups(plain).slice(0, 4).join(':') : plain;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groups(address: string): readonly string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: gap }, () => '0'), ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
