import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { post, secret, TestRoom } from './testRoom.ts';
import { Wire } from './wire.ts';

let server: TestServer;

afterEach(() => server.dispose());

const body = () => ({ identity: secret(), inviteKey: secret() });

const create = (headers: Record<string, string> = {}) => post(server.address, '/v1/rooms', body(), headers);

describe('creating a room', () => {
  test('answers with a code, who I am and a token that lets me in as host', async () => {
    server = await startServer();
    const { status, body: room } = await create();
    expect(status).toBe(201);
    expect(room.room).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(room.principal).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(room.expiresAt).toBeGreaterThan(Date.now() + 200_000);
    expect(room).toMatchObject({ role: 'host', refusal: null, mayUnlock: true });
  });

  test('is for whoever has the creation key, where there is one', async () => {
    server = await startServer({ creationKey: 'the-key-of-this-server' });
    expect((await create()).body.code).toBe('forbidden');
    expect((await create({ authorization: 'Bearer wrong' })).status).toBe(403);
    expect((await create({ authorization: 'Bearer the-key-of-this-server' })).status).toBe(201);
  });

  test('is for nobody where the server has no key', async () => {
    server = await startServer({ creationKey: null });
    expect((await create({ authorization: 'Bearer null' })).status).toBe(403);
  });

  test.each([
    ['no JSON', 'nonsense', 'application/json', 400],
    ['a key twice', '{"identity":"a","identity":"b"}', 'application/json', 400],
    ['a short identity', JSON.stringify({ identity: 'short', inviteKey: secret() }), 'application/json', 400],
    [
      'a field that is not known',
      JSON.stringify({ identity: secret(), inviteKey: secret(), role: 'host' }),
      'application/json',
      400,
    ],
    ['a form', 'identity=x', 'application/x-www-form-urlencoded', 400],
    [
      'plain text, which any web page may post',
      JSON.stringify({ identity: secret(), inviteKey: secret() }),
      'text/plain',
      400,
    ],
    ['too much', JSON.stringify({ identity: 'x'.repeat(20_000) }), 'application/json', 413],
  ])('with %s is refused', async (_what, text, type, status) => {
    server = await startServer();
    expect((await post(server.address, '/v1/rooms', text, { 'content-type': type })).status).toBe(status);
  });
});

describe('a join token', () => {
  let room: TestRoom;

  beforeEach(async () => {
    server = await startServer();
    room = await TestRoom.create(server.address);
  });

  const exchange = (request: unknown, id = room.id) => post(server.address, `/v1/rooms/${id}/join-tokens`, request);

  test('is given for the invite, to the same person under the same name, in another room under another', async () => {
    const proof = secret();
    const [first, second] = [await room.exchange(proof), await room.exchange(proof)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.principal).toBe(second.body.principal);
    const other = await TestRoom.create(server.address);
    expect((await other.exchange(proof)).body.principal).not.toBe(first.body.principal);
  });

  test('is not given for another invite, nor without one to somebody who is nobody here', async () => {
    expect((await exchange({ identity: secret(), inviteKey: secret() })).body.code).toBe('bad-invite');
    expect((await exchange({ identity: secret() })).body.code).toBe('bad-invite');
  });

  test('is given without an invite to the host, and to whoever is in the room', async () => {
    expect((await exchange({ identity: room.hostProof })).status).toBe(200);
    const ben = await room.guest('Ben');
    expect((await exchange({ identity: ben.proof })).status).toBe(200);
    ben.wire.send({ type: 'leave', id: 'bye' });
    await ben.wire.closed;
    expect((await exchange({ identity: ben.proof })).body.code).toBe('bad-invite');
  });

  test('of a room that does not exist is not found', async () => {
    const { status, body: answer } = await exchange(body(), 'aaa-aaaa-aaa');
    expect([status, answer.code]).toEqual([404, 'room-not-found']);
  });

  test('comes with how one stands in the room as it is now, which a join reads again', async () => {
    const ana = await room.host('Ana');
    const ben = await room.guest('Ben');
    const stranger = secret();
    expect((await room.exchange(stranger)).body).toMatchObject({ role: 'guest', refusal: null, mayUnlock: false });
    await ana.wire.command({ type: 'end-room', id: 'a', reason: '', lock: true });
    const locked = { refusal: 'room-locked' };
    expect((await room.exchange(stranger)).body).toMatchObject({ role: 'guest', ...locked, mayUnlock: false });
    expect((await exchange({ identity: room.hostProof })).body).toMatchObject({
      role: 'host',
      ...locked,
      mayUnlock: true,
    });
    const { body: told } = await room.exchange(ben.proof);
    expect(told).toMatchObject(locked);
    await post(server.address, `/v1/rooms/${room.id}/unlock`, { identity: room.hostProof });
    expect(await room.outcomeOfToken(told.token as string)).toBe('welcome');
  });

  test('tells that a full room is full, but not to those who are in it', async () => {
    await server.dispose();
    server = await startServer({ limits: { participants: 2 } });
    room = await TestRoom.create(server.address);
    await room.host('Ana');
    const ben = await room.guest('Ben');
    expect((await room.exchange(secret())).body).toMatchObject({ refusal: 'room-full' });
    expect((await room.exchange(ben.proof)).body).toMatchObject({ refusal: null });
  });

  test('is good for its own server only', async () => {
    const { token } = await room.token();
    const other = await startServer();
    const wire = await Wire.open(other.address);
    wire.send(room.hello(token, 'Ben'));
    expect(await wire.next('refused')).toMatchObject({ code: 'bad-token' });
    await other.dispose();
  });

  test('is good for a short time only', async () => {
    await server.dispose();
    server = await startServer({ guards: { tokenMs: 1_000 } });
    room = await TestRoom.create(server.address);
    const { token } = await room.token();
    await expect.poll(() => room.outcomeOfToken(token), { interval: 200 }).toBe('token-expired');
  });
});

describe('lifting a lock from outside', () => {
  test('is for whoever holds the right, present or not', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const ana = await room.host('Ana');
    const ben = await room.guest('Ben');
    await ana.wire.command({ type: 'end-room', id: 'a', reason: '', lock: true });
    const unlock = (identity: string) => post(server.address, `/v1/rooms/${room.id}/unlock`, { identity });
    expect((await unlock(ben.proof)).body.code).toBe('forbidden');
    expect((await unlock(secret())).status).toBe(403);
    expect(await room.outcomeOfJoin(ben.proof)).toBe('room-locked');
    expect((await unlock(room.hostProof)).status).toBe(204);
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
    expect((await unlock(room.hostProof)).body.code).toBe('not-locked');
  });
});

describe('requests from where they must not come (invariant 9)', () => {
  test('a web page of another origin is refused, over HTTP and WebSocket', async () => {
    server = await startServer();
    const origin = 'https://evil.example.org';
    const { status, body: answer } = await post(server.address, '/v1/rooms', body(), { origin });
    expect([status, answer.code]).toEqual([403, 'origin-refused']);
    await expect(Wire.open(server.address, { headers: { origin } })).rejects.toThrow('403');
    await expect(Wire.open(server.address, { headers: { origin: 'null' } })).rejects.toThrow('403');
  });

  test('an origin that is allowed is served, and may read the answer', async () => {
    server = await startServer({ allowedOrigins: ['https://meet.example.org'] });
    const origin = 'https://meet.example.org';
    const { status, headers } = await post(server.address, '/v1/rooms', body(), { origin });
    expect([status, headers['access-control-allow-origin']]).toEqual([201, origin]);
    const preflight = await post(
      server.address,
      '/v1/rooms',
      '',
      { origin, 'access-control-request-method': 'POST' },
      'OPTIONS',
    );
    expect(preflight.status).toBe(204);
    expect((await Wire.open(server.address, { headers: { origin } })).isClosed).toBe(false);
  });

  test('a name that was pointed here is refused (DNS rebinding); addresses and localhost are not', async () => {
    server = await startServer({ allowedHosts: ['meet.example.org'] });
    const status = async (host: string) => (await post(server.address, '/v1/rooms', body(), { host })).status;
    const { port } = server;
    expect(await status(`evil.example.org:${port}`)).toBe(403);
    expect(await status(`127.0.0.1.evil.example.org:${port}`)).toBe(403);
    expect(await status(`meet.example.org:${port}`)).toBe(201);
    expect(await status(`MEET.example.org`)).toBe(201);
    expect(await status(`localhost:${port}`)).toBe(201);
    expect(await status(`[::1]:${port}`)).toBe(201);
    expect(await status(`192.168.1.20:${port}`)).toBe(201);
    await expect(Wire.open(server.address, { headers: { host: 'evil.example.org' } })).rejects.toThrow('403');
  });
});

describe('everything else', () => {
  test('paths and methods that are not there', async () => {
    server = await startServer();
    expect((await post(server.address, '/', {})).status).toBe(404);
    expect((await post(server.address, '/v1/rooms', '', {}, 'GET')).status).toBe(405);
    expect((await post(server.address, '/v1/rooms/../../etc/join-tokens', {})).status).toBe(404);
    expect((await post(server.address, '/v1/rooms/ABC-defg-hij/join-tokens', {})).status).toBe(404);
  });

  test('WebSockets are at /ws, with the subprotocol', async () => {
    server = await startServer();
    await expect(Wire.open(server.address, { subprotocol: 'parley.v0' })).rejects.toThrow('400');
    expect((await Wire.open(server.address)).socket.protocol).toBe('parley.v1');
    expect((await Wire.open(server.address)).socket.extensions).toBe('');
  });

  test('answers are not to be kept or guessed at', async () => {
    server = await startServer();
    const { headers } = await post(server.address, '/v1/health', '', {}, 'GET');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});
