import * as v from 'valibot';

import { sameSecret } from './identity.ts';
import { randomToken, sha256 } from './random.ts';

/** What an integrator's program may do; each route under `/v1/api/` asks for one. */
export const ApiPermission = v.picklist(['createRooms', 'issueTokens', 'readRooms', 'moderate', 'readMetrics']);
export type ApiPermission = v.InferOutput<typeof ApiPermission>;

/** A key as the server knows it: never the key itself. */
export const ApiKey = v.strictObject({
  /** What it is called in logs and in answers kept for it: a key that takes another's place takes its name too. */
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  /** SHA-256 of the key, base64url. */
  hash: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  may: v.array(ApiPermission),
});
export type ApiKey = v.InferOutput<typeof ApiKey>;

/** A new key of 256 bits, to be shown once, and what is kept of it. Holds all permissions unless told otherwise. */
export function newApiKey(
  name: string,
  may: readonly ApiPermission[] = ApiPermission.options,
): { readonly key: string; readonly entry: ApiKey } {
  const key = `parley_${randomToken(32)}`;
  return { key, entry: { name, hash: sha256(key), may: [...may] } };
}

/** The key that an `Authorization` header presents, or null. Its time does not tell how close a wrong key came. */
export function matchApiKey(keys: readonly ApiKey[], authorization: string | undefined): ApiKey | null {
  const presented = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1];
  if (presented === undefined) return null;
  const hash = sha256(presented);
  return keys.find((key) => sameSecret(hash, key.hash)) ?? null;
}
