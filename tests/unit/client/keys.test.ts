import { createHmac, hkdfSync, randomBytes, webcrypto } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { WebCrypto } from '#client/contract.ts';
import { deriveInviteKeys, newSecret, proveIdentity } from '#client/keys.ts';
import { seal, unseal } from '#client/seal.ts';

const crypto: WebCrypto = webcrypto;

const derived = (secret: string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), Buffer.alloc(0), info, 32));

async function keysOf(secret: string) {
  const keys = await deriveInviteKeys(crypto, secret);
  if (keys === null) throw new Error('not a secret');
  return keys;
}

describe('the keys of an invite', () => {
  test('are derived by HKDF-SHA256 with an empty salt and a purpose each', async () => {
    const secret = newSecret(crypto);
    const keys = await keysOf(secret);
    expect(keys.inviteKey).toBe(derived(secret, 'parley/invite/v1').toString('base64url'));
    // That the media key is the other one shows in what it opens: sealed here by Node's own cryptography.
    const media = await webcrypto.subtle.importKey('raw', derived(secret, 'parley/media/v1'), 'AES-GCM', false, [
      'encrypt',
    ]);
    const iv = randomBytes(12);
    const sealed = await webcrypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: Buffer.from('a~b 3') },
      media,
      Buffer.from('an offer'),
    );
    const whole = Buffer.concat([iv, Buffer.from(sealed)]).toString('base64url');
    expect(await unseal(crypto, keys.media, { link: 'a~b', generation: 3 }, whole)).toBe('an offer');
  });

  test('need a secret of exactly 256 bits', async () => {
    for (const secret of ['', 'short', newSecret(crypto).slice(1), `${newSecret(crypto)}A`, 'é'.repeat(43)]) {
      expect(await deriveInviteKeys(crypto, secret)).toBeNull();
      expect(await proveIdentity(crypto, secret, 'example.org')).toBeNull();
    }
  });

  test('prove an identity to one server in a way that no other server can recognise', async () => {
    const identity = newSecret(crypto);
    const proof = await proveIdentity(crypto, identity, 'example.org:8443');
    const expected = createHmac('sha256', Buffer.from(identity, 'base64url'))
      .update('parley/identity/v1 example.org:8443')
      .digest('base64url');
    expect(proof).toBe(expected);
    expect(await proveIdentity(crypto, identity, 'example.org')).not.toBe(proof);
  });

  test('come from secrets that are 43 characters and never the same', () => {
    const secrets = new Set(Array.from({ length: 100 }, () => newSecret(crypto)));
    expect(secrets.size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

describe('a sealed signal', () => {
  const context = { link: 'ana-00000001~ben-00000001', generation: 2 };
  const sdp = 'v=0\r\no=- 46117 2 IN IP4 192.168.1.20\r\n… ünïcode 🙂';

  test('opens with the same secret and says nothing without it (invariant 10)', async () => {
    const secret = newSecret(crypto);
    const [mine, theirs, stranger] = await Promise.all([keysOf(secret), keysOf(secret), keysOf(newSecret(crypto))]);
    const sealed = await seal(crypto, mine.media, context, sdp);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('192.168');
    expect(await unseal(crypto, theirs.media, context, sealed)).toBe(sdp);
    expect(await unseal(crypto, stranger.media, context, sealed)).toBeNull();
  });

  test('does not open on another link, in another generation, or with a bit changed', async () => {
    const { media } = await keysOf(newSecret(crypto));
    const sealed = await seal(crypto, media, context, sdp);
    expect(await unseal(crypto, media, { ...context, generation: 3 }, sealed)).toBeNull();
    expect(await unseal(crypto, media, { ...context, link: 'ana-00000001~cleo-0000001' }, sealed)).toBeNull();
    const changed = Buffer.from(sealed, 'base64url');
    for (const at of [0, 11, 12, changed.length - 1]) {
      const copy = Buffer.from(changed);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      expect(await unseal(crypto, media, context, copy.toString('base64url'))).toBeNull();
    }
    for (const broken of ['', 'AAAA', sealed.slice(0, 16), `${sealed}!`]) {
      expect(await unseal(crypto, media, context, broken)).toBeNull();
    }
  });

  test('is sealed differently each time', async () => {
    const { media } = await keysOf(newSecret(crypto));
    const [once, twice] = await Promise.all([seal(crypto, media, context, sdp), seal(crypto, media, context, sdp)]);
    expect(once).not.toBe(twice);
  });
});
