import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { makeCertificate } from '#tests/fixtures/certificates.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';
import { runServer, withServerProcess } from '#tests/fixtures/serverProcess.ts';
import { tlsEnvironment } from '#tests/fixtures/tlsEnvironment.ts';
import { must, Person } from '#tests/integration/client/harness/party.ts';

import { post, secret, TestRoom } from './testRoom.ts';
import { Wire } from './wire.ts';

describe('what the log says', () => {
  let server: TestServer;

  afterEach(() => server.dispose());

  test('every answer over HTTP has an id, by which its entry is found', async () => {
    server = await startServer();
    const created = await post(server.address, '/v1/rooms', { identity: secret(), inviteKey: secret() });
    const refused = await post(server.address, `/v1/rooms/${created.body.room ?? ''}/join-tokens`, { identity: 'x' });
    expect(server.logged.filter(({ message }) => message === 'request')).toEqual([
      {
        level: 'info',
        message: 'request',
        request: created.headers['x-request-id'],
        route: 'POST /v1/rooms',
        status: 201,
      },
      {
        level: 'info',
        message: 'request',
        request: refused.headers['x-request-id'],
        route: 'POST /v1/rooms/{room}/join-tokens',
        room: created.body.room,
        status: 400,
        code: 'bad-request',
      },
    ]);
    expect(created.headers['x-request-id']).not.toBe(refused.headers['x-request-id']);
  });

  test('looking changes nothing, and is not in it', async () => {
    server = await startServer();
    await post(server.address, '/v1/health', '', {}, 'GET');
    await post(server.address, '/v1/nothing', '', {}, 'GET');
    expect(server.logged.map(({ message }) => message)).not.toContain('request');
  });

  test('a connection has an id, from its refusal or admission on', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const ana = await room.host('Ana');
    await room.outcomeOfToken('not-a-token');
    const [admitted, refused] = server.logged.filter(({ message }) => message.startsWith('connection'));
    expect(admitted).toMatchObject({ message: 'connection admitted', room: room.id, participant: ana.id });
    expect(refused).toMatchObject({ message: 'connection refused', code: 'bad-token' });
    expect(admitted?.connection).toMatch(/^[\w-]{12}$/);
    expect(refused?.connection).not.toBe(admitted?.connection);
  });

  test('exits are counted by code', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    ben.wire.send({ type: 'leave', id: 'a' });
    await ben.wire.closed;
    await room.guest('Cleo');
    await ana.wire.command({ type: 'end-room', id: 'b', reason: '', lock: false });
    await ana.wire.closed;
    const exits = server.logged.filter(({ exits: count }) => count !== undefined);
    expect(exits).toMatchObject([
      { event: 'participant-left', exits: 1, codes: '1101' },
      { event: 'room-ended', exits: 2, codes: '1008' },
    ]);
  });
});

describe('no secret that is configured is ever printed (invariant 12, reliability figure 20)', () => {
  let folder: string;
  const WEBHOOK_SECRET = `whsec_${Buffer.from('canary'.repeat(6)).toString('base64')}`;
  const environment = {
    PARLEY_TURN_SECRET: 'canary-turn-secret',
    PARLEY_CREATION_KEY: 'canary-creation-key',
    PARLEY_WEBHOOK_SECRET: WEBHOOK_SECRET,
    PARLEY_ICE_SERVERS: JSON.stringify([
      { urls: ['turn:turn.example.org'] },
      { urls: ['turn:other.example.org'], username: 'canary-name', credential: 'canary-credential' },
    ]),
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-logs-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function withTls(): Promise<{ readonly flags: readonly string[]; readonly key: string; readonly ca: string }> {
    const { certificate, key } = await makeCertificate({ endsIn: 3 });
    const [certFile, keyFile, apiKeys] = ['cert.pem', 'key.pem', 'api-keys.json'].map((name) => join(folder, name));
    const { stdout } = await runServer(['--new-api-key', 'lms']);
    await writeFile(apiKeys ?? '', `[${/\{.*\}/.exec(stdout)?.[0] ?? ''}]`);
    await writeFile(certFile ?? '', certificate);
    await writeFile(keyFile ?? '', key);
    const webhook = 'https://127.0.0.1:1/canary-path';
    const files = ['--tls-cert', certFile ?? '', '--tls-key', keyFile ?? '', '--api-keys', apiKeys ?? ''];
    return { flags: [...files, '--webhook', webhook], key, ca: certificate };
  }

  test('while it runs, at no level', async () => {
    const { flags, key, ca } = await withTls();
    const ana = new Person('Canary-Ana', { environment: tlsEnvironment(ca) });
    await withServerProcess(
      async (server) => {
        must(await ana.join(must(await ana.client.createRoom(`meet.example.org:${server.port}`, { hosted: false }))));
        const wire = await Wire.open(server.address, { ca });
        wire.send({ type: 'hello', token: 'canary-token', name: 'canary-name' });
        await wire.closed;
        await writeFile(join(folder, 'key.pem'), 'canary-broken-key');
        server.signal('SIGHUP');
        await server.logged('certificate not renewed: the one before stays');
        await ana.client.dispose(0);
        expect(await server.kill('SIGTERM')).toBe(0);
        const printed = [...server.lines, server.errors].join('\n');
        expect(printed).not.toMatch(/canary/i);
        expect(printed).not.toContain(WEBHOOK_SECRET.slice(6));
        for (const line of key.split('\n').filter((text) => /^[A-Za-z0-9+/=]{20,}$/.test(text))) {
          expect(printed).not.toContain(line);
        }
        const levels = new Set(server.lines.map((line) => (JSON.parse(line) as { readonly level: number }).level));
        expect(levels).toEqual(new Set([30, 40, 50]));
      },
      [...flags, '--creation', 'open', '--allow-host', 'meet.example.org'],
      environment,
    );
  });

  test.each([
    ['shown', ['--print-config'], {}],
    [
      'refused',
      ['--check', '--port', 'x', '--webhook', 'https://canary:canary@x.example.org'],
      { PARLEY_ICE_SERVERS: '["canary"]' },
    ],
  ])('when the configuration is %s', async (_what, args, worse) => {
    const { flags } = await withTls();
    const { stdout, stderr } = await runServer([...flags, ...args], { ...environment, ...worse });
    expect(stdout + stderr).not.toMatch(/canary/i);
    expect((stdout + stderr).length).toBeGreaterThan(50);
  });
});
