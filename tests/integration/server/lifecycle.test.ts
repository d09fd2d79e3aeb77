import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';

import { afterEach, describe, expect, test } from 'vitest';

import { createServer } from '#server/createServer.ts';
import { openDelayedStorage } from '#tests/fixtures/delayedStorage.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { post, secret, TestRoom } from './testRoom.ts';
import { Wire } from './wire.ts';

let server: TestServer;

afterEach(() => server.dispose());

const reachable = async (host: string): Promise<boolean> => {
  try {
    return (await post(`${host}:${server.port}`, '/v1/health', '', {}, 'GET')).status === 200;
  } catch {
    return false;
  }
};

/** What waits for it goes on when it is opened. */
class Gate {
  open: () => void = () => {};
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

describe('draining', () => {
  test('tells everybody when to come back, and closes', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    await server.server.drain({ retryAfterMs: 1_234 });
    expect(await Promise.all([ana.wire.closed, ben.wire.closed])).toEqual([4020, 4020]);
    for (const { wire } of [ana, ben]) expect(wire.frames.at(-1)).toEqual({ type: 'draining', retryAfterMs: 1_234 });
    expect(ana.wire.count('meeting-left')).toBe(0);
  });

  test('lets nobody in any more, and says so where it is asked whether it is ready', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const { token } = await room.token();
    await server.server.drain({ retryAfterMs: 1_234 });
    const wire = await room.knock('Ben', token);
    expect(await wire.next('refused')).toMatchObject({ code: 'draining', retryAfterMs: 1_234 });
    const { status, body } = await post(server.address, '/v1/rooms', { identity: secret(), inviteKey: secret() });
    expect([status, body.code, body.retryAfterMs]).toEqual([503, 'draining', 1_234]);
    expect((await post(server.address, '/v1/ready', '', {}, 'GET')).status).toBe(503);
    expect((await post(server.address, '/v1/health', '', {}, 'GET')).status).toBe(200);
  });

  test('and closing keeps every session: the next server lets everybody back in without a leave', async () => {
    server = await startServer({ storage: 'sqlite' });
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    await server.server.drain({ retryAfterMs: 0 });
    await server.restart();
    const back = await room.resume(ana.welcome, ana.welcome.rev ?? 0);
    await back.next('welcome');
    await (await room.resume(ben.welcome, ben.welcome.rev ?? 0)).next('welcome');
    await back.settle();
    expect(back.events.map(({ type }) => type)).not.toContain('participant-left');
  });
});

describe('listening', () => {
  // Any address of this machine but 127.0.0.1; on Linux there is always another.
  const elsewhere =
    Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.2';

  test('moves from loopback to all interfaces and back on the same port, and nobody loses a connection (invariant 9)', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const ana = await room.host('Ana');
    expect(await reachable(elsewhere)).toBe(false);
    await server.server.rebind('0.0.0.0');
    expect([server.server.host, server.server.port]).toEqual(['0.0.0.0', server.port]);
    expect(await reachable(elsewhere)).toBe(true);
    const ben = await room.guest('Ben');
    await ana.wire.event('participant-joined');
    await server.server.rebind('127.0.0.1');
    expect(await reachable(elsewhere)).toBe(false);
    expect(await ben.wire.command({ type: 'rename', id: 'a', name: 'Ben Zwei' })).toMatchObject({ type: 'ok' });
    await ana.wire.event('participant-renamed');
    expect(await reachable('127.0.0.1')).toBe(true);
  });

  test('stays as it was where the other interfaces can not be had', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const ana = await room.host('Ana');
    await expect(server.server.rebind('203.0.113.1')).rejects.toThrow('EADDRNOTAVAIL');
    expect(server.server.host).toBe('127.0.0.1');
    expect((await room.guest('Ben')).welcome.type).toBe('welcome');
    await ana.wire.event('participant-joined');
  });

  test('on a port that another program has is an error, and nothing stays open', async () => {
    server = await startServer({ storage: 'sqlite' });
    await server.stop();
    const other: Server = createHttpServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const options = {
      storage: { kind: 'sqlite', folder: server.folder ?? '' } as const,
      host: '127.0.0.1',
      tokenKey: server.tokenKey,
      creationKey: null,
      allowedHosts: [],
      allowedOrigins: [],
      iceServers: [],
      log: { info: () => {}, warn: () => {}, error: () => {} },
    };
    await expect(createServer({ ...options, port: (other.address() as AddressInfo).port })).rejects.toThrow(
      'EADDRINUSE',
    );
    other.close();
    const next = await createServer({ ...options, port: 0 });
    await next.close();
  });

  test('who waits for an answer when it is closed gets it', async () => {
    const writing = new Gate();
    const begun = new Gate();
    const storage = await openDelayedStorage(() => {
      begun.open();
      return writing.opened;
    });
    server = await startServer({ storage, guards: { storageMs: 60_000 } });
    const answer = post(server.address, '/v1/rooms', { identity: secret(), inviteKey: secret() });
    await begun.opened;
    const closed = server.server.close();
    writing.open();
    expect((await answer).status).toBe(201);
    await closed;
  });

  test('ends with close, twice or once', async () => {
    server = await startServer();
    const wire = await Wire.open(server.address);
    await Promise.all([server.server.close(), server.server.close()]);
    expect(await wire.closed).toBe(1006);
    expect(await reachable('127.0.0.1')).toBe(false);
  });
});
