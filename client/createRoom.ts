import type { Standing } from '#protocol/http.ts';
import type { Result } from '#protocol/errors.ts';
import { parseServer } from '#meeting/invite/serverAddress.ts';

import type { Api } from './api.ts';
import type { Access, ClientOptions } from './contract.ts';
import { deriveInviteKeys, newSecret, proveIdentity } from './keys.ts';

/** Makes a room on a server as this person, whose host they are; with what they would be told on looking at it. */
export async function createRoom(
  { environment, identity, api }: Pick<ClientOptions, 'environment' | 'identity'> & { readonly api: Api },
  server: string,
  { hosted, key }: { readonly hosted: boolean; readonly key?: string | undefined },
): Promise<Result<Access & { readonly standing: Standing }>> {
  const { crypto } = environment;
  const parsed = parseServer(server);
  if (!parsed.ok) return parsed;
  const secret = newSecret(crypto);
  const [keys, proof] = await Promise.all([
    deriveInviteKeys(crypto, secret),
    proveIdentity(crypto, identity, parsed.value),
  ]);
  if (keys === null || proof === null) {
    return { ok: false, error: { code: 'bad-request', detail: 'the identity is not 256 bits in base64url' } };
  }
  const created = await api.createRoom(parsed.value, { identity: proof, inviteKey: keys.inviteKey }, key);
  if (!created.ok) return { ok: false, error: created.error.error };
  const target = { server: parsed.value, room: created.value.room, hosted };
  return { ok: true, value: { target, secret, standing: created.value } };
}
