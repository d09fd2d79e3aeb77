import type { WebCrypto } from './contract.ts';
import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from './encoding.ts';
import type { MediaKey } from './keys.ts';

const IV_BYTES = 12;

/** What a sealed signal is bound to: moved to another link or generation it does not open. */
export interface SealContext {
  readonly link: string;
  readonly generation: number;
}

/** Seals a signal's data, bound to its link and generation. */
export function seal(crypto: WebCrypto, key: MediaKey, context: SealContext, data: string): Promise<string> {
  return sealBound(crypto, key, boundTo(context), data);
}

/** Opens what {@link seal} made. Null where the key, the context or a single bit is another one. */
export function unseal(crypto: WebCrypto, key: MediaKey, context: SealContext, sealed: string): Promise<string | null> {
  return unsealBound(crypto, key, boundTo(context), sealed);
}

/** Seals: base64url(iv || ciphertext and tag), AES-256-GCM with `bound` (UTF-8) as additional data. */
export async function sealBound(crypto: WebCrypto, key: MediaKey, bound: string, data: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, bound), key.handle, toUtf8(data)));
  const whole = new Uint8Array(IV_BYTES + sealed.length);
  whole.set(iv);
  whole.set(sealed, IV_BYTES);
  return toBase64url(whole);
}

/** Opens what {@link sealBound} made. Null where the key, what it is bound to or a single bit is another one. */
export async function unsealBound(
  crypto: WebCrypto,
  key: MediaKey,
  bound: string,
  sealed: string,
): Promise<string | null> {
  const whole = fromBase64url(sealed);
  if (whole === null || whole.length <= IV_BYTES) return null;
  try {
    const opening = algorithm(whole.subarray(0, IV_BYTES), bound);
    return fromUtf8(new Uint8Array(await crypto.subtle.decrypt(opening, key.handle, whole.subarray(IV_BYTES))));
  } catch {
    // Web Crypto's only way to say that the tag does not fit.
    return null;
  }
}

const boundTo = ({ link, generation }: SealContext): string => `${link} ${generation}`;

function algorithm(iv: Uint8Array, bound: string): unknown {
  return { name: 'AES-GCM', iv, additionalData: toUtf8(bound) };
}
