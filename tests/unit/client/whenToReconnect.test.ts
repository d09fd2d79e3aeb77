import { beforeEach, describe, expect, test } from 'vitest';

import { refused, welcome } from './scripted/frames.ts';
import { ACCESS, Player } from './scripted/world.ts';

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

describe('a draining server', () => {
  test('is left alone for as long as it asks', async () => {
    const { world } = player;
    world.socket.receive({ type: 'draining', retryAfterMs: 3_000 });
    expect(player.phase).toBe('joined');
    world.socket.end(4020);
    world.clock.advance(3_499);
    expect(world.sockets).toHaveLength(1);
    player.client.nudge();
    expect(world.sockets).toHaveLength(1);
    world.clock.advance(1);
    expect(world.sockets).toHaveLength(2);
  });

  test('is followed to where it sends one, and come back to where that fails', async () => {
    const { world } = player;
    world.socket.receive({ type: 'draining', retryAfterMs: 0, server: '127.0.0.1:4200' });
    const there = await player.reconnect();
    expect(there.url).toBe('ws://127.0.0.1:4200/ws');
    there.end();
    world.clock.advance(10_000);
    expect(world.socket.url).toBe('ws://127.0.0.1:4100/ws');
    // Links and proofs stay with the server that the invite named.
    expect(player.in('reconnecting').target.server).toBe('127.0.0.1:4100');
  });

  test('is not followed from TLS to plain text', async () => {
    const safe = new Player();
    const { joined } = await safe.connect({ ...ACCESS, target: { ...ACCESS.target, server: 'example.org' } });
    safe.world.socket.open();
    safe.world.socket.receive(welcome(), { type: 'draining', retryAfterMs: 0, server: '10.0.0.5:4100' });
    await joined;
    expect((await safe.reconnect()).url).toBe('wss://example.org/ws');
    safe.world.socket.open();
    safe.world.socket.receive(welcome({ snapshot: null }), {
      type: 'draining',
      retryAfterMs: 0,
      server: 'two.example.org',
    });
    expect((await safe.reconnect()).url).toBe('wss://two.example.org/ws');
  });

  test('is left alone for an hour at most, whatever it asks', () => {
    const { world } = player;
    world.socket.receive({ type: 'draining', retryAfterMs: 1e300 });
    world.socket.end();
    expect(world.clock.nextIn).toBe(3_600_500);
  });

  test('asks for nothing of the connection after the next', async () => {
    const { world } = player;
    world.socket.receive({ type: 'draining', retryAfterMs: 2_000 });
    world.socket.end();
    world.clock.advance(2_500);
    world.socket.open();
    world.socket.receive(welcome({ snapshot: null }));
    world.socket.end();
    expect(world.clock.nextIn).toBe(500);
  });

  test('is not followed to what is no address', async () => {
    player.world.socket.receive({ type: 'draining', retryAfterMs: 0, server: 'ftp://evil/@x' });
    expect((await player.reconnect()).url).toBe('ws://127.0.0.1:4100/ws');
  });
});

describe('a nudge', () => {
  test('tries now what would wait for the backoff', () => {
    const { world } = player;
    world.socket.end();
    player.client.nudge();
    expect(world.sockets).toHaveLength(2);
    world.clock.advance(60_000);
    expect(world.sockets.length).toBeGreaterThanOrEqual(2);
    expect(world.sockets[1]?.state).toBe('terminated');
  });

  test('finds out within five seconds that a connection is dead', () => {
    player.client.nudge();
    expect(player.world.socket.of('ping')).toHaveLength(1);
    player.world.clock.advance(5_000);
    expect(player.phase).toBe('reconnecting');
  });

  test('brings nobody back who has given up', async () => {
    const { world } = player;
    world.socket.end();
    player.client.cancel();
    world.socket.open();
    world.socket.receive(refused('resume-refused'));
    const sockets = world.sockets.length;
    player.client.nudge();
    world.clock.advance(60_000);
    await world.settle();
    expect(world.sockets).toHaveLength(sockets);
    expect(player.phase).toBe('over');
  });

  test('does no harm to one that lives, or where there is none', () => {
    player.client.nudge();
    player.world.socket.receive({ type: 'pong', n: 1 });
    player.world.clock.advance(5_000);
    expect(player.phase).toBe('joined');
    new Player().client.nudge();
  });
});
