import { beforeEach, describe, expect, test } from 'vitest';

import { ANA, INCARNATION, refused, room, TOKEN_ANSWER, welcome } from './scripted/frames.ts';
import { ACCESS, ME, Player } from './scripted/world.ts';

let player: Player;

beforeEach(() => {
  player = new Player();
});

test('a join goes from the invite to a token to a hello to a welcome', async () => {
  const { joined } = await player.connect();
  const { world } = player;
  expect(world.posts).toHaveLength(1);
  expect(world.posts[0]).toMatchObject({ url: 'http://127.0.0.1:4100/v1/rooms/abc-defg-hij/join-tokens' });
  expect(world.socket.url).toBe('ws://127.0.0.1:4100/ws');
  expect(player.phase).toBe('joining');
  world.socket.open();
  expect(world.socket.sent).toEqual([
    {
      type: 'hello',
      protocol: 'parley.v1',
      clientId: 'test-client',
      room: 'abc-defg-hij',
      token: 'header.claims.signature',
      name: 'Ana',
      media: { microphone: true, camera: false, screen: false },
    },
  ]);
  world.socket.receive(welcome({ serverTime: world.clock.now() + 250 }));
  expect(await joined).toEqual({ ok: true, value: null });
  expect(player.client.session).toEqual({
    phase: 'joined',
    target: ACCESS.target,
    me: ANA,
    incarnation: INCARNATION,
    room: room(),
    iceServers: [],
    iceTransportPolicy: 'all',
    clockOffset: 250,
  });
  expect(world.socket.of('ack-resume')).toEqual([{ type: 'ack-resume', token: welcome().resumeToken }]);
});

test("the invite's secret and the identity stay here: only what is derived from them is presented", async () => {
  await player.connect();
  const sent = JSON.stringify([player.world.posts, player.world.socket.sent]);
  expect(sent).not.toContain(ACCESS.secret);
  expect(sent).not.toContain('aWRlbnRpdHkgb2Yg');
  expect(player.world.posts[0]?.body).toEqual({
    identity: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    inviteKey: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
  });
});

test('whoever has standing in a room needs no invite', async () => {
  await player.connect({ ...ACCESS, secret: null });
  expect(player.world.posts[0]?.body).toEqual({ identity: expect.any(String) });
});

test('a secret that is none is refused before anything is asked', async () => {
  player.client.open({ ...ACCESS, secret: 'too short' });
  const joined = await player.client.join(ME);
  expect(joined).toMatchObject({ ok: false, error: { code: 'bad-invite' } });
  expect(player.in('preview').refusal).toMatchObject({ code: 'bad-invite' });
  expect(player.world.posts).toHaveLength(0);
});

test('each try has a token of its own, because the one before may have been spent', async () => {
  const { world } = player;
  await player.connect();
  world.socket.end();
  world.clock.advance(1_000);
  await world.until(() => world.sockets.length === 2);
  expect(world.posts).toHaveLength(2);
});

describe('giving up on joining', () => {
  test('before the token has come leaves nothing behind', async () => {
    player.world.givesTokens = false;
    player.client.open(ACCESS);
    const joined = player.client.join(ME);
    await player.world.until(() => player.world.posts.length === 1);
    player.client.cancel();
    expect(player.phase).toBe('idle');
    expect(await joined).toEqual({ ok: false, error: { code: 'cancelled' } });
    player.world.posts[0]?.answer({ status: 200, body: TOKEN_ANSWER });
    await player.world.settle();
    expect(player.world.sockets).toHaveLength(0);
    expect(player.world.clock.waiting).toBe(0);
  });

  test('before the socket is open leaves nobody to be seen', async () => {
    await player.connect();
    player.client.cancel();
    expect(player.world.socket.state).toBe('terminated');
    expect(player.world.socket.sent).toEqual([]);
    expect(player.world.clock.waiting).toBe(0);
  });

  test('between two tries stops them', async () => {
    await player.connect();
    player.world.socket.end();
    player.client.cancel();
    player.world.clock.advance(60_000);
    expect(player.world.sockets).toHaveLength(1);
    expect(player.phase).toBe('idle');
  });

  test('after the hello says leave as soon as the server lets it', async () => {
    const { joined } = await player.connect();
    const { socket } = player.world;
    socket.open();
    player.client.cancel();
    expect(player.phase).toBe('idle');
    expect(await joined).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(socket.state).toBe('open');
    socket.receive(welcome());
    const [leave] = socket.of('leave');
    expect(leave).toMatchObject({ type: 'leave' });
    if (leave === undefined) throw new Error('no leave');
    socket.receive({ type: 'ok', id: leave.id, rev: 11 });
    expect(socket.state).toBe('closed');
    expect(player.phase).toBe('idle');
    expect(player.notices).toEqual([]);
    expect(player.world.clock.waiting).toBe(0);
  });

  test('is out, too, where the server does not answer the hello', async () => {
    await player.connect();
    const { socket, clock } = player.world;
    socket.open();
    player.client.cancel();
    clock.advance(30_000);
    expect(socket.live).toBe(false);
    expect(clock.waiting).toBe(0);
  });
});

test('whoever joins twice at once is told that it is the wrong phase', async () => {
  await player.connect();
  const again = await player.client.join(ME);
  expect(again).toEqual({ ok: false, error: { code: 'wrong-phase' } });
  expect(player.client.open(ACCESS)).toEqual({ ok: false, error: { code: 'wrong-phase' } });
  expect(player.world.sockets).toHaveLength(1);
});

test('a locked room can be unlocked from preview by who may, and then joined', async () => {
  const { world } = player;
  await player.connect();
  world.socket.open();
  world.socket.receive(refused('room-locked', { mayUnlock: true }));
  const unlocked = player.client.unlock();
  await world.until(() => world.posts.length === 2);
  expect(world.posts[1]).toMatchObject({
    url: 'http://127.0.0.1:4100/v1/rooms/abc-defg-hij/unlock',
    body: { identity: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) },
  });
  world.posts[1]?.answer({ status: 204, body: null });
  expect(await unlocked).toEqual({ ok: true, value: null });
  expect(player.in('preview')).toMatchObject({ refusal: null, mayUnlock: false });
  await player.connect();
  world.socket.open();
  world.socket.receive(welcome());
  expect(player.phase).toBe('joined');
});

test('an unlock that is refused leaves the refusal standing', async () => {
  await player.connect();
  player.world.socket.open();
  player.world.socket.receive(refused('room-locked'));
  const unlocked = player.client.unlock();
  await player.world.until(() => player.world.posts.length === 2);
  player.world.posts[1]?.answer({ status: 403, body: { code: 'forbidden', message: 'not you' } });
  expect(await unlocked).toEqual({ ok: false, error: { code: 'forbidden', detail: 'not you' } });
  expect(player.in('preview').refusal?.code).toBe('room-locked');
});
