import { beforeEach, describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';

import { meetingLeft, refused, welcome } from './scripted/frames.ts';
import { ACCESS, ME, Player, type ScriptedPost } from './scripted/world.ts';

let player: Player;

beforeEach(() => {
  player = new Player();
});

/** Answers the token request of every try alike, and gives what the join settles with. */
async function triedThrough(answer: (post: ScriptedPost) => void): Promise<ErrorCode | null> {
  const { client, world } = player;
  world.givesTokens = false;
  client.open(ACCESS);
  const joined = client.join(ME);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await world.until(() => world.posts.length === attempt);
    const post = world.posts.at(-1);
    if (post !== undefined) answer(post);
    await world.settle();
    world.clock.advance(10_000);
  }
  const result = await joined;
  return result.ok ? null : result.error.code;
}

describe('a refusal', () => {
  test.each<ErrorCode>([
    'room-locked',
    'room-ended',
    'room-full',
    'barred',
    'room-not-found',
    'bad-invite',
    'protocol-version',
    'origin-refused',
    'forbidden',
  ])('%s by the socket is an answer: back to preview, and not tried again', async (code) => {
    const { joined } = await player.connect();
    player.world.socket.open();
    player.world.socket.receive(refused(code, { mayUnlock: code === 'room-locked' }));
    expect(await joined).toMatchObject({ ok: false, error: { code } });
    expect(player.in('preview')).toMatchObject({ refusal: { code }, mayUnlock: code === 'room-locked' });
    player.world.clock.advance(60_000);
    expect(player.world.sockets).toHaveLength(1);
    expect(player.world.clock.waiting).toBe(0);
  });

  test('by the token endpoint says the same, with whether one may unlock', async () => {
    player.world.givesTokens = false;
    player.client.open(ACCESS);
    const joined = player.client.join(ME);
    await player.world.until(() => player.world.posts.length === 1);
    player.world.posts[0]?.answer({ status: 403, body: { code: 'room-locked', message: 'locked', mayUnlock: true } });
    expect(await joined).toMatchObject({ ok: false, error: { code: 'room-locked' } });
    expect(player.in('preview').mayUnlock).toBe(true);
    expect(player.world.sockets).toHaveLength(0);
  });

  test('of a passing kind is tried three times, further apart each time, before the person is asked', async () => {
    const { world } = player;
    const { joined } = await player.connect();
    world.socket.end();
    world.clock.advance(499);
    await world.settle();
    expect(world.sockets).toHaveLength(1);
    world.clock.advance(1);
    await world.until(() => world.sockets.length === 2);
    expect(player.in('joining').attempt).toBe(2);
    world.socket.open();
    world.socket.receive(refused('unavailable'));
    world.clock.advance(1_000);
    await world.until(() => world.sockets.length === 3);
    world.socket.end();
    expect(await joined).toMatchObject({ ok: false, error: { code: 'connection-failed' } });
    expect(player.in('preview').refusal?.code).toBe('connection-failed');
    expect(world.posts).toHaveLength(3);
    expect(world.clock.waiting).toBe(0);
  });

  test('that names a time is not tried again before it', async () => {
    const { world } = player;
    await player.connect();
    world.socket.open();
    world.socket.receive(refused('draining', { retryAfterMs: 4_000 }));
    world.clock.advance(4_499);
    await world.settle();
    expect(world.sockets).toHaveLength(1);
    world.clock.advance(1);
    await world.until(() => world.sockets.length === 2);
  });

  test('that names a long time is put to the person at once', async () => {
    const { joined } = await player.connect();
    player.world.socket.open();
    player.world.socket.receive(refused('rate-limited', { retryAfterMs: 1_800_000 }));
    expect(await joined).toMatchObject({ ok: false, error: { code: 'rate-limited', retryAfterMs: 1_800_000 } });
    expect(player.in('preview').refusal?.retryAfterMs).toBe(1_800_000);
  });
});

describe('a server that does not answer as one', () => {
  test.each<[number, unknown, ErrorCode]>([
    [404, null, 'connection-failed'],
    [200, { hello: 'world' }, 'connection-failed'],
    [502, '<html>', 'unavailable'],
    [429, null, 'rate-limited'],
    [400, { code: 'no-code-of-ours', message: '' }, 'connection-failed'],
  ])('%i with %j is %s', async (status, body, code) => {
    expect(await triedThrough((post) => post.answer({ status, body }))).toBe(code);
  });

  test('an unreachable one is connection-failed', async () => {
    expect(await triedThrough((post) => post.fail())).toBe('connection-failed');
  });

  test('a welcome without a room is not taken for one', async () => {
    await player.connect();
    player.world.socket.open();
    player.world.socket.receive(welcome({ snapshot: null }));
    expect(player.phase).toBe('joining');
    expect(player.world.socket.state).toBe('terminated');
  });

  test('a stay is not ended before it has begun', async () => {
    await player.connect();
    player.world.socket.open();
    player.world.socket.receive(meetingLeft('REMOVE_PEER'));
    expect(player.phase).toBe('joining');
    expect(player.world.socket.state).toBe('terminated');
  });
});
