import { afterEach, describe, expect, test } from 'vitest';

import { type ApiPermission, newApiKey } from '#server/credentials/apiKeys.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type HttpAnswer, post, secret, TestRoom } from '../testRoom.ts';
import { Wire } from '../wire.ts';
import { Integrator, startIntegrated } from './integrator.ts';

let server: TestServer;
let integrator: Integrator;

afterEach(() => server.dispose());

const join = async (room: string, token: string, name: string) => {
  const wire = await Wire.open(server.address);
  const media = { microphone: false, camera: false, screen: false };
  wire.send({ type: 'hello', protocol: 'parley.v1', clientId: 'test', room, token, name, media });
  return { wire, answer: await wire.next('welcome', 'refused') };
};

describe('creating rooms and tokens', () => {
  test('a program makes a room, lets people in with the roles that it gives, and sees them', async () => {
    ({ server, integrator } = await startIntegrated({ creationKey: null }));
    const created = await integrator.post('/rooms', { identity: secret(), inviteKey: secret() });
    expect(created.status).toBe(201);
    const room = created.body.room as string;
    const ben = secret();
    const issued = await integrator.post(`/rooms/${room}/join-tokens`, { identity: ben, role: 'host' });
    const { wire } = await join(room, issued.body.token as string, 'Ben');
    const { body } = await integrator.get(`/rooms/${room}/participants`);
    expect(body.participants).toMatchObject([{ principal: issued.body.principal, name: 'Ben', role: 'host' }]);
    expect(await wire.command({ type: 'lock', id: 'l' })).toMatchObject({ type: 'ok' });
    // What they are is read from the room: made a guest, they can't undo what they did.
    await integrator.post(`/rooms/${room}/join-tokens`, { identity: ben, role: 'guest' });
    expect(await wire.event('role-changed')).toMatchObject({ role: 'guest', by: null });
    expect(await wire.command({ type: 'unlock', id: 'u' })).toMatchObject({ type: 'error', code: 'forbidden' });
  });

  test('the same creation by the same Idempotency-Key leads to the same room, also at once', async () => {
    ({ server, integrator } = await startIntegrated({ storage: 'sqlite' }));
    const body = { identity: secret(), inviteKey: secret() };
    const made = await Promise.all([1, 2, 3].map(() => integrator.post('/rooms', body, 'lesson-7')));
    await server.restart();
    made.push(await integrator.post('/rooms', body, 'lesson-7'));
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(made.map((answer) => answer.body.room)).size).toBe(1);
    const other = await integrator.post('/rooms', { ...body, inviteKey: secret() }, 'lesson-7');
    expect(other.status).toBe(409);
    expect((await integrator.post('/rooms', body)).body.room).not.toBe(made[0]?.body.room);
  });
});

describe('reading and locking', () => {
  test('rooms under way are listed; each is told with its lock and its end', async () => {
    ({ server, integrator } = await startIntegrated());
    const [room, empty] = [await TestRoom.create(server.address), await TestRoom.create(server.address)];
    const ana = await room.host();
    expect((await integrator.get('/rooms')).body.rooms).toMatchObject([
      { room: room.id, phase: 'open', participants: 1 },
    ]);
    expect((await integrator.get(`/rooms/${empty.id}`)).body).toMatchObject({
      phase: 'new',
      participants: 0,
      lock: null,
    });
    expect((await integrator.post(`/rooms/${room.id}/lock`)).status).toBe(204);
    expect(await ana.wire.event('room-locked')).toMatchObject({ by: null });
    expect((await integrator.get(`/rooms/${room.id}`)).body.lock).toMatchObject({ by: null });
    expect((await integrator.post(`/rooms/${room.id}/lock`)).body.code).toBe('already-locked');
    expect((await integrator.post(`/rooms/${room.id}/unlock`)).status).toBe(204);
    expect(await ana.wire.event('room-unlocked')).toMatchObject({ by: null });
    expect((await integrator.post(`/rooms/${room.id}/unlock`)).body.code).toBe('not-locked');
    await integrator.post(`/rooms/${room.id}/end`, { reason: '', lock: false });
    expect((await integrator.get(`/rooms/${room.id}`)).body).toMatchObject({
      phase: 'ended',
      ending: { cause: 'api' },
    });
    expect((await integrator.get('/rooms')).body.rooms).toEqual([]);
  });

  test('a room that is not there is not found, by any way', async () => {
    ({ server, integrator } = await startIntegrated());
    const there = '/rooms/aaa-aaaa-aaa';
    const answers = [
      await integrator.get(there),
      await integrator.get(`${there}/participants`),
      await integrator.get(`${there}/barred`),
      await integrator.post(`${there}/barred/somebody-else/unbar`),
      await integrator.post(`${there}/lock`),
      await integrator.post(`${there}/end`, { reason: '', lock: true }),
      await integrator.post(`${there}/join-tokens`, { identity: secret(), role: 'guest' }),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`)).toEqual(
      Array(7).fill('404 room-not-found'),
    );
  });
});

describe('letting the barred back in', () => {
  test('a program sees who is barred, by whom, and lets them back in, once by its Idempotency-Key', async () => {
    ({ server, integrator } = await startIntegrated());
    const room = await TestRoom.create(server.address);
    const [ana, ben, cid] = [await room.host('Ana'), await room.guest('Ben'), await room.guest('Cid')];
    await ana.wire.command({ type: 'remove', id: 'r', participant: ben.id, reason: '', bar: true });
    await integrator.post(`/rooms/${room.id}/participants/${cid.id}/remove`, { reason: '', bar: true });
    const { body } = await integrator.get(`/rooms/${room.id}/barred`);
    expect(body).toMatchObject({ room: room.id });
    const barred = body.barred as readonly { readonly principal: string }[];
    expect(barred).toMatchObject([
      { name: 'Ben', by: { participant: ana.id, name: 'Ana' } },
      { name: 'Cid', by: null },
    ]);

    const unbar = (principal = '', key?: string) =>
      integrator.post(`/rooms/${room.id}/barred/${principal}/unbar`, '', key);
    expect((await unbar(barred[0]?.principal, 'once')).status).toBe(204);
    expect((await unbar(barred[0]?.principal, 'once')).status).toBe(204);
    expect((await unbar(barred[0]?.principal)).body.code).toBe('not-barred');
    expect((await unbar('__proto__')).body.code).toBe('not-barred');
    expect(await ana.wire.event('principal-unbarred')).toMatchObject({ by: null });
    expect([await room.outcomeOfToken(ben.token), await room.outcomeOfJoin(ben.proof)]).toEqual([
      'token-expired',
      'welcome',
    ]);
    expect(await room.outcomeOfJoin(cid.proof)).toBe('barred');
  });
});

const PERMISSIONS: readonly ApiPermission[] = ['createRooms', 'issueTokens', 'readRooms', 'moderate', 'readMetrics'];

interface Asked {
  readonly needs: ApiPermission;
  readonly send: (by: Integrator, room: string) => Promise<HttpAnswer>;
}

const reads = (path: string): Asked => ({ needs: 'readRooms', send: (by, room) => by.get(`/rooms/${room}${path}`) });
const moderates = (path: string, body?: unknown): Asked => ({
  needs: 'moderate',
  send: (by, room) => by.post(`/rooms/${room}${path}`, body),
});
const NOBODY = 'nobody-here';

/** One request for each operation that takes a key, and what the key needs for it. */
const REQUESTS: Readonly<Record<string, Asked>> = {
  apiCreateRoom: {
    needs: 'createRooms',
    send: (by) => by.post('/rooms', { identity: secret(), inviteKey: secret() }),
  },
  apiIssueJoinToken: {
    needs: 'issueTokens',
    send: (by, room) => by.post(`/rooms/${room}/join-tokens`, { identity: secret(), role: 'guest' }),
  },
  apiListRooms: { needs: 'readRooms', send: (by) => by.get('/rooms') },
  apiReadRoom: reads(''),
  apiListParticipants: reads('/participants'),
  apiListBarred: reads('/barred'),
  apiListWaiting: reads('/waiting'),
  apiLockRoom: moderates('/lock'),
  apiUnlockRoom: moderates('/unlock'),
  apiLimitSpeakers: moderates('/speaker-limit', { limit: 3 }),
  apiSetLobby: moderates('/lobby', { on: true }),
  apiAdmit: moderates('/waiting/admit', { principal: 'all' }),
  apiRefuseEntry: moderates('/waiting/refuse', { principal: NOBODY, reason: '', bar: false }),
  apiRemoveParticipant: moderates(`/participants/${NOBODY}/remove`, { reason: '', bar: false }),
  apiUnbar: moderates(`/barred/${NOBODY}/unbar`),
  apiEndRoom: moderates('/end', { reason: '', lock: false }),
};

interface DescribedOperation {
  readonly operationId: string;
  readonly security?: readonly object[];
}

/** The operations that take an API key, as the server's own description of itself has them; `/metrics` may go without. */
async function describedOperations(address: string): Promise<readonly string[]> {
  const { body } = await post(address, '/v1/openapi.json', '', {}, 'GET');
  const paths = body.paths as Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
    path.startsWith('/v1/api/') ? Object.values(byMethod) : [],
  );
  return operations.map(({ operationId }) => operationId);
}

describe('API keys', () => {
  test.each(PERMISSIONS)('one with nothing but %s may do that and nothing else', async (only) => {
    ({ server, integrator } = await startIntegrated({}, [only]));
    const { id } = await TestRoom.create(server.address);
    for (const [operation, { needs, send }] of Object.entries(REQUESTS)) {
      const { status, body } = await send(integrator, id);
      const refusal = status === 401 || status === 403 ? body.code : null;
      expect([operation, refusal]).toEqual([operation, needs === only ? null : 'forbidden']);
    }
  });

  test('these requests are all that the server describes', async () => {
    ({ server, integrator } = await startIntegrated());
    expect((await describedOperations(server.address)).toSorted()).toEqual(Object.keys(REQUESTS).toSorted());
  });

  test.each(Object.entries(REQUESTS))("without one nobody may %s, nor with another server's", async (_, { send }) => {
    ({ server } = await startIntegrated());
    const { id } = await TestRoom.create(server.address);
    const { key } = newApiKey('stranger');
    for (const wrong of [key, '', 'parley_', 'null']) {
      const { status, body } = await send(new Integrator(server.address, wrong), id);
      expect([status, body.code]).toEqual([401, 'bad-token']);
    }
  });

  test('a server without keys knows none; the creation key and a join token are none', async () => {
    server = await startServer({ creationKey: 'the-creation-key' });
    const created = await post(
      server.address,
      '/v1/rooms',
      { identity: secret(), inviteKey: secret() },
      {
        authorization: 'Bearer the-creation-key',
      },
    );
    for (const wrong of ['the-creation-key', created.body.token as string]) {
      expect((await new Integrator(server.address, wrong).get('/rooms')).status).toBe(401);
    }
  });

  test('one that is wrong counts as a failed credential; one that is right goes through all the same', async () => {
    ({ server, integrator } = await startIntegrated({ guards: { failures: 3 } }));
    const stranger = new Integrator(server.address, newApiKey('stranger').key);
    const statuses: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) statuses.push((await stranger.get('/rooms')).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await integrator.get('/rooms')).status).toBe(200);
  });

  test('a 401 says how to ask, and no key or its hash is ever logged', async () => {
    const { key, entry } = newApiKey('lms');
    server = await startServer({ apiKeys: [entry] });
    const { headers } = await new Integrator(server.address, 'wrong').get('/rooms');
    expect(headers['www-authenticate']).toBe('Bearer');
    await new Integrator(server.address, key).post('/rooms', { identity: secret(), inviteKey: secret() });
    const log = JSON.stringify(server.logged);
    expect([log.includes(key), log.includes(entry.hash)]).toEqual([false, false]);
  });
});
