import { isIPv6 } from 'node:net';

/**
 * What counts as one address when failures are counted: an IPv4 address, or the /64 of an IPv6 address, because that
 * is what one customer has. Never logged.
 */
export function addressKey(remote: string | undefined): string {
  if (remote === undefined) return 'gone';
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
