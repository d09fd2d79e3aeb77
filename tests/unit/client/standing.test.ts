import { beforeEach, describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';

import { ROOM_ID, SERVER, TOKEN_ANSWER, welcome } from './scripted/frames.ts';
import { ACCESS, Player, type ScriptedPost } from './scripted/world.ts';

let player: Player;

beforeEach(() => {
  player = new Player();
  player.world.givesTokens = false;
});

/** A preview that has been open for a moment: the question is on its way. */
async function asking(): Promise<ScriptedPost> {
  const { client, world } = player;
  const posts = world.posts.length;
  client.open(ACCESS);
  world.clock.advance(0);
  await world.until(() => world.posts.length > posts);
  return newest();
}

function newest(): ScriptedPost {
  const post = player.world.posts.at(-1);
  if (post === undefined) throw new Error('nothing was asked');
  return post;
}

async function answered(body: object, status = 200): Promise<void> {
  newest().answer({ status, body });
  await player.world.settle();
}

describe('a preview', () => {
  test('is there at once, and asks the room once what it would say', async () => {
    const post = await asking();
    expect(player.in('preview')).toMatchObject({ role: null, refusal: null });
    expect(post.url).toBe('http://127.0.0.1:4100/v1/rooms/abc-defg-hij/join-tokens');
    await answered({ ...TOKEN_ANSWER, role: 'host' });
    expect(player.in('preview')).toMatchObject({ role: 'host', refusal: null, mayUnlock: false });
    player.world.clock.advance(600_000);
    await player.world.settle();
    expect(player.world.posts).toHaveLength(1);
    expect(player.world.sockets).toHaveLength(0);
  });

  test.each([
    ['room-locked', true],
    ['room-locked', false],
    ['room-full', false],
  ] as const)('says that a join would be refused with %s, and whether one may unlock (%s)', async (refusal, mine) => {
    await asking();
    await answered({ ...TOKEN_ANSWER, refusal, mayUnlock: mine });
    expect(player.in('preview')).toMatchObject({ role: 'guest', refusal: { code: refusal }, mayUnlock: mine });
  });

  test('offers to unlock nothing that is not locked', async () => {
    await asking();
    await answered({ ...TOKEN_ANSWER, role: 'host', refusal: 'room-full', mayUnlock: true });
    expect(player.in('preview')).toMatchObject({ role: 'host', mayUnlock: false });
  });

  test.each<[number, ErrorCode]>([
    [403, 'barred'],
    [403, 'bad-invite'],
    [404, 'room-not-found'],
  ])('says a refusal by the endpoint itself (%i %s)', async (status, code) => {
    await asking();
    await answered({ code, message: 'no' }, status);
    expect(player.in('preview')).toMatchObject({ role: null, refusal: { code }, mayUnlock: false });
  });

  test('says that the server can not be reached', async () => {
    (await asking()).fail();
    await player.world.settle();
    expect(player.in('preview').refusal?.code).toBe('connection-failed');
  });

  test.each<[number, ErrorCode]>([
    [429, 'rate-limited'],
    [503, 'unavailable'],
    [503, 'draining'],
    [500, 'internal'],
  ])('is silent about what may have passed by the time of the join (%i %s)', async (status, code) => {
    await asking();
    const { session } = player.client;
    await answered({ code, message: 'not now' }, status);
    expect(player.client.session).toBe(session);
  });

  test('of a room that I have just made knows that I am host, without asking', async () => {
    const { client, world } = player;
    const made = client.createRoom(SERVER, { hosted: true });
    await world.until(() => world.posts.length === 1);
    newest().answer({ status: 201, body: { ...TOKEN_ANSWER, role: 'host', mayUnlock: true } });
    const result = await made;
    if (!result.ok) throw new Error(result.error.code);
    client.open(result.value);
    expect(player.in('preview')).toMatchObject({ role: 'host', refusal: null, mayUnlock: false });
    expect(world.clock.waiting).toBe(0);

    client.cancel();
    client.open(result.value);
    expect(player.in('preview').role).toBeNull();
    world.clock.advance(0);
    await world.until(() => world.posts.length === 2);
  });
});

describe('an answer that comes late', () => {
  test('is dropped after the preview was left, and does not fall into the next', async () => {
    const first = await asking();
    player.client.cancel();
    player.client.open({ ...ACCESS, target: { ...ACCESS.target, server: 'other.example' } });
    first.answer({ status: 200, body: { ...TOKEN_ANSWER, role: 'host' } });
    await player.world.settle();
    expect(player.in('preview')).toMatchObject({ target: { server: 'other.example', room: ROOM_ID }, role: null });
    player.client.cancel();
    expect(player.world.clock.waiting).toBe(0);
  });

  test('changes nothing about a join that was begun meanwhile, nor about its refusal', async () => {
    const first = await asking();
    player.world.givesTokens = true;
    const { joined } = await player.connect();
    player.world.socket.open();
    player.world.socket.receive({ type: 'refused', code: 'room-full', message: 'full' });
    await joined;
    first.answer({ status: 200, body: { ...TOKEN_ANSWER, role: 'host' } });
    await player.world.settle();
    expect(player.in('preview')).toMatchObject({ role: null, refusal: { code: 'room-full' } });
  });

  test('comes to nothing after the client was disposed of', async () => {
    const first = await asking();
    await player.client.dispose(1_000);
    first.answer({ status: 200, body: TOKEN_ANSWER });
    await player.world.settle();
    expect(player.phase).toBe('idle');
    expect(player.world.clock.waiting).toBe(0);
  });
});

test('whoever joins without looking asks only for the join', async () => {
  player.world.givesTokens = true;
  await player.join(welcome());
  expect(player.world.posts).toHaveLength(1);
});

test('after unlocking the room is asked again', async () => {
  const { client, world } = player;
  await asking();
  await answered({ ...TOKEN_ANSWER, role: 'host', refusal: 'room-locked', mayUnlock: true });
  const unlocked = client.unlock();
  await world.until(() => world.posts.length === 2);
  await answered({}, 204);
  expect(await unlocked).toEqual({ ok: true, value: null });
  expect(player.in('preview')).toMatchObject({ role: 'host', refusal: null });
  world.clock.advance(0);
  await world.until(() => world.posts.length === 3);
  await answered({ ...TOKEN_ANSWER, role: 'host', refusal: 'room-full' });
  expect(player.in('preview').refusal?.code).toBe('room-full');
});
