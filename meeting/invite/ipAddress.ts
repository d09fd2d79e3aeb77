/** The four bytes of a dotted IPv4 address; null unless it is four decimal numbers without leading zeros. */
export function parseIpv4(text: string): readonly number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return null;
  const bytes = parts.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** The eight 16-bit groups of an IPv6 address without brackets and zone (RFC 4291, 2.2); null if it is none. */
export function parseIpv6(text: string): readonly number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head = '', tail] = halves;
  const before = groups(head, tail === undefined);
  const after = groups(tail ?? '', true);
  if (!before || !after) return null;
  const missing = 8 - before.length - after.length;
  // `::` stands for at least one group, and without it all eight are there.
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

/** Groups between colons; the last of an address may be a dotted IPv4 address, which makes two. */
function groups(text: string, atEnd: boolean): readonly number[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const found: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      found.push(Number.parseInt(part, 16));
      continue;
    }
    const bytes = atEnd && index === parts.length - 1 ? parseIpv4(part) : null;
    if (!bytes) return null;
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    found.push(a * 256 + b, c * 256 + d);
  }
  return found;
}

/** The one spelling of an IPv6 address: lower case, the longest run of two or more zero groups as `::` (RFC 5952). */
export function formatIpv6(address: readonly number[]): string {
  const { start, length } = longestZeroRun(address);
  if (length < 2) return hex(address);
  return `${hex(address.slice(0, start))}::${hex(address.slice(start + length))}`;
}

function hex(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':');
}

function longestZeroRun(address: readonly number[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of address.entries()) {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start };
  }
  return longest;
}

/** What lies behind an address: this machine or its own network, somewhere else, or nothing a server could have. */
export type Reach = 'private' | 'public' | 'nowhere';

/** RFC 1918, loopback and link-local are private; `0.0.0.0/8`, multicast and broadcast are nowhere. */
export function reachOfIpv4(bytes: readonly number[]): Reach {
  const [a = 0, b = 0] = bytes;
  if (a === 0 || a >= 224) return 'nowhere';
  if (a === 10 || a === 127) return 'private';
  if ((a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254)) return 'private';
  return 'public';
}

/** `::1`, fc00::/7 and fe80::/10 are private, `::` and ff00::/8 nowhere; an IPv4-mapped address is what its IPv4 is. */
export function reachOfIpv6(address: readonly number[]): Reach {
  const [first = 0, , , , , sixth = 0, seventh = 0, last = 0] = address;
  if (address.slice(0, 5).every((group) => group === 0) && sixth === 0xffff) {
    return reachOfIpv4([seventh >> 8, seventh & 0xff, last >> 8, last & 0xff]);
  }
  if (address.slice(0, 7).every((group) => group === 0)) {
    if (last === 0) return 'nowhere';
    if (last === 1) return 'private';
  }
  if (first >> 8 === 0xff) return 'nowhere';
  return first >> 9 === 0xfc >> 1 || first >> 6 === 0xfe80 >> 6 ? 'private' : 'public';
}
