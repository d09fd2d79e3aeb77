import type { WebCrypto } from './contract.ts';
import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from './encoding.ts';
import type { MediaKey } from './keys.ts';

const IV_BYTES = 12;

/** What a sealed signal is bound to: moved to another link or generation it does not open. */
export interface SealContext {
  readonly link: string;
  readonly generation: number;
}

/** Seals a signal's data: base64url(iv || ciphertext and tag), AES-256-GCM with the context as additional data. */
export async function seal(crypto: WebCrypto, key: MediaKey, context: SealContext, data: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, context), key.handle, toUtf8(data)));
  const whole = new Uint8Array(IV_BYTES + sealed.length);
  whole.set(iv);
  whole.set(sealed, IV_BYTES);
  return toBase64url(whole);
}

/** Opens what {@link seal} made. Null where the key, the context or a single bit is another one. */
export async function unseal(
  crypto: WebCrypto,
  key: MediaKey,
  context: SealContext,
  sealed: string,
): Promise<string | null> {
  const whole = fromBase64url(sealed);
  if (whole === null || whole.length <= IV_BYTES) return null;
  try {
    const bound = algorithm(whole.subarray(0, IV_BYTES), context);
    return fromUtf8(new Uint8Array(await crypto.subtle.decrypt(bound, key.handle, whole.subarray(IV_BYTES))));
  } catch {
    // Web Crypto's only way to say that the tag does not fit.
    return null;
  }
}

function algorithm(iv: Uint8Array, { link, generation }: SealContext): unknown {
  return { name: 'AES-GCM', iv, additionalData: toUtf8(`${link} ${generation}`) };
}
