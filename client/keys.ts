import type { WebCrypto } from './contract.ts';
import { fromBase64url, toBase64url, toUtf8 } from './encoding.ts';

/** What an invite link's secret comes to; the secret itself never leaves this machine but inside a link. */
export interface InviteKeys {
  /** Presented to the server, which keeps only its hash: 256 bits, base64url. */
  readonly inviteKey: string;
  /** Seals signals; the server never has it (invariant 10). */
  readonly media: MediaKey;
}

/** An AES-GCM key of 256 bits that Web Crypto does not give out again. */
export interface MediaKey {
  readonly handle: unknown;
}

const NO_SALT = new Uint8Array(0);

/** Derives an invite's keys by HKDF-SHA256 (RFC 5869). Null where `secret` is not 256 bits in base64url. */
export async function deriveInviteKeys(crypto: WebCrypto, secret: string): Promise<InviteKeys | null> {
  const bytes = secretBytes(secret);
  if (bytes === null) return null;
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  const derive = async (purpose: string): Promise<Uint8Array> => {
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: NO_SALT, info: toUtf8(purpose) };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, base, 256));
  };
  const [invite, media] = await Promise.all([derive('parley/invite/v1'), derive('parley/media/v1')]);
  const handle = await crypto.subtle.importKey('raw', media, { name: 'AES-GCM' }, false, ['encrypt', 'decrypt']);
  return { inviteKey: toBase64url(invite), media: { handle } };
}

/**
 * Who I am to one server: an HMAC over its name, so that no two servers can find out that they know the same person.
 * Null where `identity` is not 256 bits in base64url.
 */
export async function proveIdentity(crypto: WebCrypto, identity: string, server: string): Promise<string | null> {
  const bytes = secretBytes(identity);
  if (bytes === null) return null;
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, toUtf8(`parley/identity/v1 ${server}`))));
}

/** A new secret: 256 random bits, base64url. */
export function newSecret(crypto: WebCrypto): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

function secretBytes(secret: string): Uint8Array | null {
  const bytes = fromBase64url(secret);
  return bytes?.length === 32 ? bytes : null;
}
