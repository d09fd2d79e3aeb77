import { MOST_LINK } from '#protocol/ipc/chat.ts';

/**
 * What the system's browser is given for a link that somebody wrote: its address as the browser itself reads it. Null for
 * what no browser is for (`javascript:`, `file:`, programs of this machine by schemes of their own), and for an address
 * with a name and password in front, which are there to look like the address.
 */
export function browsable(url: string): string | null {
  const parsed = parse(url);
  if (parsed === null) return null;
  const { protocol, username, password, hostname, href } = parsed;
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return username === '' && password === '' && hostname !== '' ? href : null;
}

function parse(url: string): URL | null {
  if (url.length > MOST_LINK) return null;
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
