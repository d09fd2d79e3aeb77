import type { Result } from '#protocol/errors.ts';
import { badLink } from './badLink.ts';
import { type Host, parseHost } from './host.ts';

/** Longer than any name with a port, shorter than what settings and requests may hold. */
const MAX_LENGTH = 300;

const PLAIN_PORT = 80;
const TLS_PORT = 443;

/**
 * A server as `host[:port]`, in the one spelling that identity proofs, recent meetings and links are made with: lower
 * case, IPv6 shortened and in brackets, the transport's own port left out. `bad-link` says what is wrong.
 */
export function parseServer(text: string): Result<string> {
  const parsed = parseAddress(text);
  return parsed.ok ? { ok: true, value: spell(parsed.value) } : parsed;
}

/**
 * Where a server listens. Plain for this machine and its own network (loopback, RFC 1918, link-local and fc00::/7
 * addresses, `localhost`, `*.local`), TLS everywhere else. `http` ends without a slash, `ws` with the path.
 * `server` is what `parseServer` made; anything else is a bug and throws.
 */
export function endpointsOf(server: string): { readonly http: string; readonly ws: string } {
  const s = isPrivateServer(server) ? '' : 's';
  return { http: `http${s}://${server}`, ws: `ws${s}://${server}/ws` };
}

/** Whether a server that `parseServer` made is on this machine or its own network; throws for anything else. */
export function isPrivateServer(server: string): boolean {
  const parsed = parseAddress(server);
  if (!parsed.ok || spell(parsed.value) !== server) throw new Error('a server address was used that was not parsed');
  return parsed.value.host.isPrivate;
}

interface Address {
  readonly host: Host;
  readonly port: number | null;
}

function parseAddress(text: string): Result<Address> {
  if (text.length > MAX_LENGTH) return badLink('the server address is too long; ask for the link again');
  const address = text.trim();
  if (address === '') return badLink('the server is missing; give it as example.org or 192.168.1.20:8080');
  if (/[^\x21-\x7e]/.test(address)) {
    return badLink('the server address has a space or a character that no address has; copy it again');
  }
  const wrong = /[/@%\\?#]/.exec(address)?.[0];
  if (wrong !== undefined) return badLink(`a server address holds no "${wrong}"; give it as example.org:8080`);
  // The port is what follows the last colon outside of brackets, if that colon is the only one there.
  const found = /^(\[[^[\]]*\]|[^:]*):([^:[\]]*)$/.exec(address);
  const port = found ? parsePort(found[2] ?? '') : null;
  if (port && !port.ok) return port;
  const host = parseHost(found?.[1] ?? address);
  return host.ok ? { ok: true, value: { host: host.value, port: port?.value ?? null } } : host;
}

function parsePort(text: string): Result<number> {
  const port = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) return badLink('the port after the colon must be a number from 1 to 65535');
  return { ok: true, value: port };
}

function spell({ host, port }: Address): string {
  const ownPort = host.isPrivate ? PLAIN_PORT : TLS_PORT;
  return port === null || port === ownPort ? host.text : `${host.text}:${port}`;
}
