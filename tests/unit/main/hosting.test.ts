import { describe, expect, test } from 'vitest';

import { createEmbeddedServer } from '#main/hosting/embeddedServer.ts';
import { type InterfaceAddress, lanAddresses } from '#main/hosting/lanAddresses.ts';
import type { ParleyServer, ServerOptions } from '#server/createServer.ts';

const v4 = (address: string, internal = false): InterfaceAddress => ({ address, family: 'IPv4', internal });

const INTERFACES = {
  lo: [v4('127.0.0.1', true)],
  docker0: [v4('172.17.0.1')],
  wlan0: [{ address: 'fe80::1', family: 'IPv6', internal: false }, v4('192.168.1.20')],
  eth9: [v4('169.254.3.4')],
  ppp0: [v4('85.10.20.30')],
};

/** A server that only remembers what was done to it. */
function fakeServer(port: number, done: string[]): ParleyServer {
  return {
    id: 'server',
    host: '127.0.0.1',
    port,
    rooms: () => 0,
    connections: () => 3,
    rebind: async (host) => void done.push(`rebind ${host}`),
    renewCertificate: () => {},
    standDown: () => {},
    closeRooms: async () => {},
    drain: async () => void done.push('drain'),
    close: async () => void done.push('close'),
  };
}

function hosting({ taken = [], fails = false }: { readonly taken?: readonly number[]; readonly fails?: boolean } = {}) {
  const done: string[] = [];
  const starts: ServerOptions[] = [];
  const kept: { port: number | null } = { port: null };
  const state = { fails };
  const server = createEmbeddedServer({
    load: async () => async (options) => {
      starts.push(options);
      if (state.fails) throw Object.assign(new Error('in /home/ana'), { code: 'EACCES' });
      if (taken.includes(options.port)) throw Object.assign(new Error('taken'), { code: 'EADDRINUSE' });
      return fakeServer(options.port === 0 ? 4100 : options.port, done);
    },
    folder: '/profile/hosting',
    tokenKey: () => new Uint8Array(32),
    newCreationKey: () => `key-${starts.length}`,
    port: {
      get: () => kept.port,
      keep: (port) => {
        kept.port = port;
      },
    },
    interfaces: () => INTERFACES,
    log: () => undefined,
  });
  return { server, done, starts, kept, state };
}

describe('invariant 9: the server inside the app', () => {
  test('does not run until it is needed, and then on loopback, with its own creation key', async () => {
    const { server, starts } = hosting();
    expect(server.view).toEqual({ state: 'off' });
    expect(await server.start()).toEqual({ ok: true, value: { server: '127.0.0.1:4100', key: 'key-0' } });
    expect(starts).toHaveLength(1);
    expect(starts[0]).toMatchObject({
      host: '127.0.0.1',
      port: 0,
      creationKey: 'key-0',
      allowedOrigins: [],
      storage: { kind: 'sqlite', folder: '/profile/hosting' },
    });
    expect(server.view).toEqual({ state: 'loopback', addresses: ['127.0.0.1:4100'] });
  });

  test('has people only while it runs', async () => {
    const { server } = hosting();
    expect(server.people).toBe(0);
    await server.start();
    expect(server.people).toBe(3);
    await server.close();
    expect(server.people).toBe(0);
  });

  test('starts once, also if asked twice at the same time', async () => {
    const { server, starts } = hosting();
    const [first, second] = await Promise.all([server.start(), server.start()]);
    expect(first).toEqual(second);
    expect(starts).toHaveLength(1);
  });

  test('is reached by the network only once it is shared, and no more once it is unshared', async () => {
    const { server, done } = hosting();
    await server.start();
    expect(done).toEqual([]);
    expect(await server.share()).toEqual({ ok: true, value: null });
    expect(server.view).toEqual({
      state: 'shared',
      addresses: ['192.168.1.20:4100', '169.254.3.4:4100', '172.17.0.1:4100'],
    });
    await server.unshare();
    expect(done).toEqual(['rebind 0.0.0.0', 'rebind 127.0.0.1']);
    expect(server.view).toEqual({ state: 'loopback', addresses: ['127.0.0.1:4100'] });
  });

  test('keeps its port over restarts', async () => {
    const app = hosting();
    app.kept.port = 4242;
    await app.server.start();
    expect(app.starts.map(({ port }) => port)).toEqual([4242]);
    expect(app.server.view).toMatchObject({ addresses: ['127.0.0.1:4242'] });
  });

  test('takes any other port where its own is taken, and keeps that', async () => {
    const app = hosting({ taken: [4242] });
    app.kept.port = 4242;
    expect(await app.server.start()).toMatchObject({ ok: true, value: { server: '127.0.0.1:4100' } });
    expect(app.starts.map(({ port }) => port)).toEqual([4242, 0]);
    expect(app.kept.port).toBe(4100);
  });

  test('that can’t start says so without a path, and is tried again at the next need', async () => {
    const { server, state } = hosting({ fails: true });
    expect(await server.start()).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(server.view).toEqual({ state: 'failed', detail: 'EACCES' });
    state.fails = false;
    expect(await server.start()).toMatchObject({ ok: true });
  });

  test('knows itself by every address it has', async () => {
    const { server } = hosting();
    expect(server.own('127.0.0.1:4100')).toBeNull();
    await server.start();
    for (const address of ['127.0.0.1:4100', 'localhost:4100', '[::1]:4100', '192.168.1.20:4100']) {
      expect(server.own(address)).toBe('127.0.0.1:4100');
    }
    for (const address of ['127.0.0.1:4101', '192.168.1.21:4100', 'meet.example.org']) {
      expect(server.own(address)).toBeNull();
    }
  });

  test('tells those on it before it closes', async () => {
    const { server, done } = hosting();
    await server.start();
    await server.close();
    expect(done).toEqual(['drain', 'close']);
    expect(server.view).toEqual({ state: 'off' });
    expect(server.own('127.0.0.1:4100')).toBeNull();
  });

  test('that never ran closes without a word', async () => {
    const { server, done } = hosting();
    await server.close();
    expect(done).toEqual([]);
  });
});

describe('addresses on the network', () => {
  test('are private ones, with real interfaces first', () => {
    expect(lanAddresses(INTERFACES, 80)).toEqual(['192.168.1.20:80', '169.254.3.4:80', '172.17.0.1:80']);
  });

  test('are none on a machine without a network', () => {
    expect(lanAddresses({ lo: [v4('127.0.0.1', true)], gone: undefined }, 80)).toEqual([]);
  });
});
