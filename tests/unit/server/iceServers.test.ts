import { describe, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { IceServer } from '#protocol/wire/frame.ts';
import { iceProblem, iceServersFor, turnCredential } from '#server/credentials/iceServers.ts';
import { DEFAULT_GUARDS } from '#server/options.ts';
import type { Connection } from '#server/transport/connection.ts';
import { IceRefresh } from '#server/transport/iceRefresh.ts';

import { settingsFor } from './actorKit.ts';
import { FakeClock } from './fakeClock.ts';

const SECRET = 'a-secret-of-the-test';
const BEN = 'zACPupYzHUKci5a1' as ParticipantId;
const TURN: IceServer = { urls: ['turn:turn.example.org', 'turns:turn.example.org:5349?transport=tcp'] };
const STUN: IceServer = { urls: ['stun:stun.example.org'] };
const OTHERS: IceServer = { urls: ['turn:other.example.org'], username: 'them', credential: 'theirs' };

const settings = (clock: FakeClock, turnSecret: string | null = SECRET) => ({
  ...settingsFor(clock),
  iceServers: [STUN, TURN, OTHERS],
  turnSecret,
});

/** Until when the second one's credential is good, ms. */
const expiryOf = (servers: readonly IceServer[] = []): number => Number(servers[1]?.username?.split(':')[0]) * 1000;

describe('a TURN credential', () => {
  // From elsewhere: printf %s <username> | openssl dgst -sha1 -hmac <secret> -binary | base64
  test.each([
    ['north', 'gorst', 1_400_000_000_000, '1400000000:gorst', 'XArYvN9plLp9YjVzUKnL8sRDIR0='],
    [SECRET, BEN, 1_795_187_007_999, `1795187007:${BEN}`, 'OQ7JB8nEpliXA1W1vIKADRd2LZs='],
  ])('is what a TURN server with the secret %s makes of the name', (secret, id, expiresAt, username, credential) => {
    expect(turnCredential(secret, id, expiresAt)).toEqual({ username, credential });
  });

  test('is good for five minutes at most, by the clock that the machine has', () => {
    const clock = new FakeClock(1_795_186_707_999);
    const left = expiryOf(iceServersFor(settings(clock), BEN)) - clock.now();
    expect(left).toBeGreaterThan(DEFAULT_GUARDS.turnMs - 1_000);
    expect(left).toBeLessThanOrEqual(300_000);
    // The server's own clock does not follow when the machine's is set; a TURN server's does.
    const wall = 1_795_273_107_000;
    const setForward = Object.assign(new FakeClock(clock.now()), { wall: () => wall });
    expect(expiryOf(iceServersFor(settings(setForward), BEN))).toBe(wall + 300_000);
  });

  test('goes to the relays that have none of their own, and nowhere else', () => {
    const clock = new FakeClock();
    const { username, credential } = turnCredential(SECRET, BEN, clock.now() + 300_000);
    expect(iceServersFor(settings(clock), BEN)).toEqual([STUN, { ...TURN, username, credential }, OTHERS]);
    expect(iceServersFor(settings(clock, null), BEN)).toEqual([STUN, TURN, OTHERS]);
  });
});

test.each<[string, Partial<Parameters<typeof iceProblem>[0]>, string]>([
  ['an address that no browser takes', { iceServers: [{ urls: ['turn://x'] }], turnSecret: SECRET }, 'must be as in'],
  ['a STUN server with a transport', { iceServers: [{ urls: ['stun:x?transport=udp'] }] }, 'must be as in'],
  ['a name without a password', { iceServers: [{ urls: TURN.urls, username: 'x' }] }, 'or neither'],
  ['a relay without any', { iceServers: [TURN] }, 'no secret to make them with'],
  ['a secret for nobody', { iceServers: [STUN, OTHERS], turnSecret: SECRET }, 'no TURN server that it is for'],
  ['relaying without a relay', { iceServers: [STUN], iceTransportPolicy: 'relay' }, 'without a TURN server'],
  ['a life of more than five minutes', { turnMs: 300_001 }, 'turnMs must be'],
  ['a life too short to use', { turnMs: 1_999 }, 'turnMs must be'],
])('%s can not be meant', (_, choice, words) => {
  const usual = { iceServers: [], turnSecret: null, iceTransportPolicy: 'all', turnMs: 300_000 } as const;
  expect(iceProblem(usual)).toBeNull();
  expect(
    iceProblem({ ...usual, iceServers: [STUN, TURN, OTHERS], turnSecret: SECRET, iceTransportPolicy: 'relay' }),
  ).toBe(null);
  const problem = iceProblem({ ...usual, ...choice });
  expect(problem).toContain(words);
  expect(problem).not.toContain(SECRET);
});

/** What the refresh sees of a connection that was welcomed just now, and sent to it. */
function connection(clock: FakeClock, stage: 'in' | 'fresh' = 'in') {
  const sent: { readonly type: string; readonly iceServers: readonly IceServer[]; readonly at: number }[] = [];
  return {
    lastIce: clock.now(),
    stage: { name: stage, session: { record: { participant: BEN } } },
    sent,
    send: (text: string) => sent.push({ ...(JSON.parse(text) as (typeof sent)[number]), at: clock.now() }),
  };
}

function refresh(clock: FakeClock, secret: string | null, ...connections: readonly unknown[]) {
  return new IceRefresh(settings(clock, secret), new Set(connections) as ReadonlySet<Connection>);
}

test('whoever is in has credentials with time left, all the time', () => {
  const clock = new FakeClock();
  const ben = connection(clock);
  const stranger = connection(clock, 'fresh');
  const refreshing = refresh(clock, SECRET, ben, stranger);
  let expiresAt = clock.now() + 300_000;
  for (let minute = 0; minute < 60; minute += 1) {
    clock.advance(60_000);
    const newest = ben.sent.at(-1);
    if (newest) expiresAt = expiryOf(newest.iceServers);
    expect(expiresAt - clock.now()).toBeGreaterThan(120_000);
  }
  expect(ben.sent.every(({ type }) => type === 'ice-servers')).toBe(true);
  // Half of its life is used of each; more often would be noise.
  expect(ben.sent.length).toBeGreaterThanOrEqual(22);
  expect(ben.sent.length).toBeLessThanOrEqual(24);
  expect(stranger.sent).toEqual([]);
  refreshing.stop();
  clock.advance(600_000);
  expect(ben.sent.length).toBeLessThanOrEqual(24);
});

test('after this process stood still, everybody is given new ones at once', () => {
  const clock = new FakeClock();
  const ben = connection(clock);
  refresh(clock, SECRET, ben);
  clock.time += 400_000;
  clock.advance(0);
  expect(ben.sent).toHaveLength(1);
});

test('where credentials are not ours to make there is nothing to renew', () => {
  const clock = new FakeClock();
  const ben = connection(clock);
  refresh(clock, null, ben);
  clock.advance(3_600_000);
  expect(ben.sent).toEqual([]);
});
