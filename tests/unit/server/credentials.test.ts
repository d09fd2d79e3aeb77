import { randomBytes } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { PrincipalId, RoomId } from '#protocol/ids.ts';
import type { SessionRecord } from '#server/contract.ts';
import { principalOf, sameSecret } from '#server/credentials/identity.ts';
import { JoinTokens } from '#server/credentials/joinTokens.ts';
import { acknowledged, matchResumeToken, newResumeToken, rotated } from '#server/credentials/resumeTokens.ts';
import { newRoomId } from '#server/rooms/roomCodes.ts';

const ROOM = 'abc-defg-hij' as RoomId;

describe('join tokens', () => {
  const key = randomBytes(32);
  const tokens = new JoinTokens(key, 'this-server', 300_000);
  const grant = { principal: 'a-principal-of-room-22' as PrincipalId, room: ROOM, role: 'guest', rev: 7 } as const;
  const NOW = 1_795_187_007_000;

  test('say what they were issued for, until their time is over', async () => {
    const { token, expiresAt } = await tokens.issue(grant, NOW);
    expect(expiresAt).toBe(NOW + 300_000);
    expect(await tokens.check(token, NOW)).toEqual({ ok: true, value: grant });
    expect(await tokens.check(token, expiresAt - 1_000)).toMatchObject({ ok: true });
    expect(await tokens.check(token, expiresAt)).toEqual({ ok: false, error: { code: 'token-expired' } });
  });

  test('are each another, also for the same grant', async () => {
    expect((await tokens.issue(grant, NOW)).token).not.toBe((await tokens.issue(grant, NOW)).token);
  });

  test('are no good at another server, or after the key was changed', async () => {
    const { token } = await tokens.issue(grant, NOW);
    const bad = { ok: false, error: { code: 'bad-token' } };
    expect(await new JoinTokens(key, 'another-server', 1).check(token, NOW)).toEqual(bad);
    expect(await new JoinTokens(randomBytes(32), 'this-server', 1).check(token, NOW)).toEqual(bad);
    expect(await tokens.check(`${token.slice(0, -2)}xx`, NOW)).toEqual(bad);
    expect(await tokens.check('', NOW)).toEqual(bad);
  });
});

const record = (tokenHash: string): SessionRecord => ({ tokenHash, previousHash: null }) as SessionRecord;

describe('resume tokens', () => {
  test('the newest is good, any other is not', () => {
    const { token, hash } = newResumeToken();
    expect(matchResumeToken(record(hash), token)).toBe(hash);
    expect(matchResumeToken(record(hash), newResumeToken().token)).toBeNull();
    // What is stored lets nobody in.
    expect(matchResumeToken(record(hash), hash)).toBeNull();
  });

  test('the one that was used stays good until the new one is acknowledged', () => {
    const [first, second, third] = [newResumeToken(), newResumeToken(), newResumeToken()];
    const once = rotated(record(first.hash), first.hash, second.hash, 1);
    expect([first, second].map(({ token }) => matchResumeToken(once, token))).toEqual([first.hash, second.hash]);
    const done = acknowledged(once, second.token, 2);
    if (!done) throw new Error('not acknowledged');
    expect([first, second].map(({ token }) => matchResumeToken(done, token))).toEqual([null, second.hash]);
    expect(acknowledged(once, first.token, 2)).toBeNull();
    // Used again before it was acknowledged: the second never arrived, and is worth nothing.
    const again = rotated(once, first.hash, third.hash, 2);
    expect([first, second, third].map(({ token }) => matchResumeToken(again, token) !== null)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

test('a principal is a pseudonym for one proof in one room', () => {
  const proof = randomBytes(32).toString('base64url');
  expect(principalOf(ROOM, proof)).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(principalOf(ROOM, proof)).toBe(principalOf(ROOM, proof));
  expect(principalOf('xyz-wvut-srq' as RoomId, proof)).not.toBe(principalOf(ROOM, proof));
  expect(principalOf(ROOM, `${proof}x`)).not.toBe(principalOf(ROOM, proof));
});

test('secrets are compared whole, whatever their length', () => {
  expect([sameSecret('abc', 'abc'), sameSecret('abc', 'abd'), sameSecret('ab', 'abc'), sameSecret('', '')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('meeting codes have their form, and do not repeat', () => {
  const codes = Array.from({ length: 1_000 }, newRoomId);
  for (const code of codes) expect(code).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  expect(new Set(codes).size).toBe(1_000);
});
