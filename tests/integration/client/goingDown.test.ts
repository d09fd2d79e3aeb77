import { cp, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Access } from '#client/contract.ts';
import { bundleServer, type ServerProcess, withServerProcess } from '#tests/fixtures/serverProcess.ts';

import { must, Person } from './harness/party.ts';
import { recordExit } from './harness/recordExit.ts';

const people: Person[] = [];

beforeAll(() => bundleServer());
afterEach(() => Promise.all(people.splice(0).map(({ client }) => client.dispose(0))));

function person(name: string): Person {
  const somebody = new Person(name);
  people.push(somebody);
  return somebody;
}

/** A meeting of these people, the first being its host. */
async function meet(
  { address }: ServerProcess,
  ...names: readonly [string, ...string[]]
): Promise<{ readonly access: Access; readonly all: readonly [Person, ...Person[]] }> {
  const host = person(names[0]);
  const access = must(await host.client.createRoom(address, { hosted: false }));
  const all = [host, ...names.slice(1).map(person)] as const;
  for (const one of all) must(await one.join(access));
  for (const one of all) await one.until('all', () => one.sees.length === all.length);
  return { access, all: [host, ...all.slice(1)] };
}

const back = (all: readonly Person[]) => Promise.all(all.map((one) => one.becomes('joined')));

/** Five people in two rooms, of which the first is locked, as the server's process is replaced by another. */
async function throughReplacement(
  server: ServerProcess,
  replace: (server: ServerProcess) => Promise<void>,
): Promise<readonly [locked: Access, open: Access]> {
  const locked = await meet(server, 'Ana', 'Ben', 'Cleo');
  const open = await meet(server, 'Dan', 'Eva');
  const all = [...locked.all, ...open.all];
  must(await locked.all[0].client.command({ type: 'lock' }));
  for (const one of locked.all) await one.until('the lock', () => one.room.lock !== null);
  const places = all.map(({ me }) => me);
  await replace(server);
  await Promise.all(all.map((one) => one.until('the loss', () => one.phases.includes('reconnecting'))));
  await back(all);
  for (const { all: members } of [locked, open]) {
    for (const one of members) {
      const live = () => Object.values(one.room.participants).filter(({ connection }) => connection === 'live');
      await one.until('all', () => live().length === members.length);
    }
  }
  expect(all.map(({ me }) => me)).toEqual(places);
  expect(all.map(({ told }) => told)).toEqual(all.map(() => []));
  expect(locked.all.map(({ room }) => room.lock !== null)).toEqual([true, true, true]);
  return [locked.access, open.access];
}

describe('a process that is replaced by another on the same data', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s: five people in two rooms are back, nobody saw a leave, the lock holds',
    async (signal) => {
      await withServerProcess(
        async (server) => {
          const [locked, open] = await throughReplacement(server, async () => {
            expect(await server.kill(signal)).toBe(signal === 'SIGTERM' ? 0 : null);
            await server.start();
          });
          expect(await person('Zoe').join(locked)).toMatchObject({ ok: false, error: { code: 'room-locked' } });
          must(await person('Zoe').join(open));
        },
        ['--limit', 'retryAfterMs=100'],
      );
    },
  );

  test('elsewhere: people go on where --drain-to says', async () => {
    const port = await freePort();
    const flags = ['--drain-to', `127.0.0.1:${port}`, '--limit', 'retryAfterMs=100'];
    await withServerProcess(async (server, data) => {
      const elsewhere = { end: (): void => {}, running: Promise.resolve() };
      await throughReplacement(server, async () => {
        expect(await server.kill('SIGTERM')).toBe(0);
        await new Promise<void>((started) => {
          elsewhere.running = withServerProcess(
            () =>
              new Promise<void>((end) => {
                elsewhere.end = end;
                started();
              }),
            ['--data', data, '--port', String(port)],
          );
        });
      }).finally(() => elsewhere.end());
      await elsewhere.running;
    }, flags);
  });
});

test('a copy of the data folder that was made while it was stopped is the same server, with its locks and hosts', async () => {
  await withServerProcess(
    async (server, data) => {
      const { all, access } = await meet(server, 'Ana', 'Ben');
      must(await all[0].client.command({ type: 'lock' }));
      expect(await server.kill('SIGTERM')).toBe(0);
      const copy = await mkdtemp(join(tmpdir(), 'parley-backup-'));
      await cp(data, copy, { recursive: true });
      await withServerProcess(async () => {
        await back(all);
        expect(all[0].room.lock).not.toBeNull();
        expect(await person('Zoe').join(access)).toMatchObject({ error: { code: 'room-locked' } });
        must(await all[0].client.command({ type: 'unlock' }));
      }, ['--data', copy, '--port', String(server.port)]);
      await rm(copy, { recursive: true, force: true });
    },
    ['--limit', 'retryAfterMs=100'],
  );
});

describe('while a server goes down', () => {
  test('it is healthy and not ready, lets nobody in, and those in a meeting go on', async () => {
    await withServerProcess(
      async (server) => {
        const { all, access } = await meet(server, 'Ana', 'Ben');
        const get = (path: string) => fetch(`http://${server.address}${path}`);
        expect((await get('/v1/ready')).status).toBe(200);
        server.signal('SIGTERM');
        await server.logged('lets nobody in any more');
        const ready = await get('/v1/ready');
        expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '7']);
        expect(await ready.json()).toMatchObject({ code: 'draining', retryAfterMs: 7_000 });
        expect((await get('/v1/health')).status).toBe(200);
        const zoe = person('Zoe');
        expect(await zoe.client.createRoom(server.address, { hosted: false })).toMatchObject({
          error: { code: 'draining' },
        });
        void zoe.join(access);
        await zoe.until('a second try', () => {
          const { session } = zoe.client;
          return session.phase === 'joining' && session.attempt > 1;
        });
        must(await all[0].client.command({ type: 'lock' }));
        await all[0].until('the lock', () => all[0].room.lock !== null);
        // The second signal ends it at once.
        expect(await server.kill('SIGTERM')).toBe(1);
      },
      ['--limit', 'drainDelayMs=600000,retryAfterMs=7000'],
    );
  });
});

describe('1006: a server that is shut down for good', () => {
  test.each([
    ['SIGTERM', ['--shutdown', 'close']],
    ['SIGUSR2', []],
  ] as const)('%s %j closes every meeting: all read why, and what was locked stays so', async (signal, flags) => {
    await withServerProcess(async (server) => {
      const one = await meet(server, 'Ana', 'Ben');
      const other = await meet(server, 'Dan', 'Eva');
      must(await one.all[0].client.command({ type: 'lock' }));
      expect(await server.kill(signal)).toBe(0);
      for (const { all, mayRejoin } of [
        { ...one, mayRejoin: false },
        { ...other, mayRejoin: true },
      ]) {
        for (const somebody of all) {
          expect(await somebody.over()).toMatchObject({
            reason: { code: 1006, type: 'ROOM_CLOSE' },
            policy: 'shutdown',
            mine: false,
            mayRejoin,
          });
          expect(somebody.told.filter((told) => told.startsWith('meeting-left'))).toEqual(['meeting-left 1006']);
          expect(somebody.phases).not.toContain('reconnecting');
        }
      }
      await server.start();
      expect(await person('Zoe').join(one.access)).toMatchObject({ ok: false, error: { code: 'room-locked' } });
      const zoe = person('Zoe');
      must(await zoe.join(other.access));
      expect(zoe.sees).toEqual(['Zoe']);
      recordExit(1006, 'its server was shut down for good', {
        leaver: other.all[1] ?? other.all[0],
        others: [other.all[0]],
      });
    }, flags);
  });

  test('whoever was away reads it when the server is back', async () => {
    await withServerProcess(async (server) => {
      const { all } = await meet(server, 'Ana', 'Ben');
      const ben = all[1] ?? all[0];
      ben.network.down();
      await all[0].until('the loss', () =>
        Object.values(all[0].room.participants).some(({ lostAt }) => lostAt !== null),
      );
      expect(await server.kill('SIGUSR2')).toBe(0);
      await server.start();
      ben.network.up();
      expect(await ben.over()).toMatchObject({ reason: { code: 1006 }, policy: 'shutdown' });
    });
  });
});

/** A port that nobody has, a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
