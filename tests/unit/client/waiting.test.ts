import { beforeEach, describe, expect, test } from 'vitest';

import type { Waiting } from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';

import { AT, refused, welcome } from './scripted/frames.ts';
import type { ScriptedSocket } from './scripted/socket.ts';
import { ACCESS, ME, Player } from './scripted/world.ts';

const waiting: Waiting = { type: 'waiting', since: AT, limits: DEFAULT_LIMITS, serverTime: AT + 500 };

let player: Player;

beforeEach(() => {
  player = new Player();
});

/** As far as being told to wait. */
async function wait(frame = waiting) {
  const { joined } = await player.connect();
  const { socket } = player.world;
  socket.open();
  socket.receive(frame);
  return { joined, socket };
}

const hellos = () => player.world.sockets.map((socket: ScriptedSocket) => socket.sent[0]);

describe('waiting to be let in', () => {
  test('is joining, with since when on the server’s clock, until somebody lets me in', async () => {
    const { joined, socket } = await wait();
    const session = player.in('joining').waiting;
    expect(session).toMatchObject({ since: AT, appeal: false, lost: false });
    expect(session?.clockOffset).toBe(AT + 500 - player.world.clock.now());
    socket.receive(welcome());
    expect(await joined).toEqual({ ok: true, value: null });
    expect(player.phase).toBe('joined');
  });

  test('and being let in are one connection: the first loss after both is followed within a second', async () => {
    const { joined, socket } = await wait();
    socket.receive(welcome());
    await joined;
    player.world.socket.end();
    expect(player.phase).toBe('reconnecting');
    // The random number of these tests is a half.
    expect(player.world.clock.nextIn).toBe(500);
  });

  test('answers pings and gives an honest sign of life', async () => {
    const { socket } = await wait();
    socket.receive({ type: 'ping', n: 7 });
    expect(socket.sent.at(-1)).toEqual({ type: 'pong', n: 7 });
    player.world.clock.advance(DEFAULT_LIMITS.pingMs);
    expect(socket.sent.at(-1)).toMatchObject({ type: 'ping' });
  });

  test('is for as long as it takes: a lost connection is made again with since when, and never given up', async () => {
    await wait();
    for (let loss = 0; loss < 6; loss += 1) {
      const sockets = player.world.sockets.length;
      player.world.socket.end();
      expect(player.in('joining').waiting).toMatchObject({ since: AT, lost: true });
      player.world.clock.advance(11_000);
      await player.world.until(() => player.world.sockets.length > sockets);
    }
    player.world.socket.open();
    expect(hellos().at(-1)).toMatchObject({ waitingSince: AT, name: ME.name });
    player.world.socket.receive(waiting);
    expect(player.in('joining').waiting).toMatchObject({ since: AT, lost: false });
  });

  test('also comes back to a server that goes down and says so', async () => {
    const { socket } = await wait();
    socket.receive({ type: 'draining', retryAfterMs: 2_000 });
    socket.end();
    player.world.clock.advance(4_000);
    await player.world.until(() => player.world.sockets.length === 2);
    player.world.socket.open();
    expect(hellos().at(-1)).toMatchObject({ waitingSince: AT });
  });

  test('ends in preview with who did not let me in, and why', async () => {
    const { joined, socket } = await wait();
    const by = { participant: 'ben-00000001', name: 'Ben' } as never;
    socket.receive(refused('not-admitted', { by, note: 'Not today' }));
    expect(await joined).toMatchObject({ ok: false, error: { code: 'not-admitted' } });
    expect(player.in('preview')).toMatchObject({ turnedAway: { by: { name: 'Ben' }, note: 'Not today' } });
  });

  test('that is cancelled is taken back at the server, and over here at once', async () => {
    const { joined, socket } = await wait();
    player.client.cancel();
    expect(player.phase).toBe('idle');
    expect(await joined).toMatchObject({ error: { code: 'cancelled' } });
    expect(socket.sent.at(-1)).toEqual({ type: 'withdraw' });
    socket.end();
    await player.world.settle();
    expect(player.world.clock.waiting).toBe(0);
  });

  test('that is cancelled just as I am let in ends in a leave', async () => {
    const { socket } = await wait();
    player.client.cancel();
    socket.receive(welcome());
    expect(socket.sent.at(-1)).toMatchObject({ type: 'leave' });
  });

  test('is nothing that happens to whoever reconnects: they are told, and may join anew', async () => {
    await player.join();
    const socket = await player.reconnect();
    socket.open();
    socket.receive(refused('resume-refused'));
    await player.world.until(() => player.world.sockets.length === 3);
    player.world.socket.open();
    player.world.socket.receive(waiting);
    expect(player.exit).toMatchObject({ reason: { code: 1103 }, error: { code: 'must-wait' }, mayRejoin: true });
    expect(player.world.socket.sent.at(-1)).toEqual({ type: 'withdraw' });
  });
});

test('whoever is barred asks to come back with a token and a hello that say so', async () => {
  player.client.open(ACCESS);
  const joined = player.client.join({ ...ME, appeal: 'Sorry' });
  await player.world.until(() => player.world.sockets.length === 1);
  expect(player.world.posts.at(-1)?.body).toMatchObject({ appeal: true });
  player.world.socket.open();
  expect(hellos().at(-1)).toMatchObject({ appeal: 'Sorry' });
  player.world.socket.receive({ ...waiting, appeal: true });
  expect(player.in('joining').waiting).toMatchObject({ appeal: true });
  player.world.socket.receive(refused('not-admitted'));
  expect(await joined).toMatchObject({ ok: false });
});

test('the preview says beforehand that whoever joins waits, and whether who is barred may ask', async () => {
  const { world, client } = player;
  world.givesTokens = false;
  client.open(ACCESS);
  world.clock.advance(0);
  await world.until(() => world.posts.length === 1);
  world.posts[0]?.answer({ status: 403, body: { code: 'barred', message: '', mayAppeal: true } });
  await world.until(() => player.in('preview').refusal !== null);
  expect(player.in('preview')).toMatchObject({ refusal: { code: 'barred' }, mayAppeal: true });
});
