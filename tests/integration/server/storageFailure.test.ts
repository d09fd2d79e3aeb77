import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { RoomLog, SessionStore, Storage } from '#server/contract.ts';
import { openStorage } from '#server/rooms/storage.ts';
import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, post, secret, TestRoom } from './testRoom.ts';

/** How a disk breaks: it says so, it never answers, or it writes what it was told and only then says that it failed. */
type Fault = 'none' | 'rejects' | 'hangs' | 'rejects-afterwards';

/** The one mock here: storage that works, until it is told to break. */
class BrokenDisk implements Storage {
  readonly id: string;
  readonly log: RoomLog;
  readonly sessions: SessionStore;
  fault: Fault = 'none';
  readonly #inner: Storage;
  readonly #hung: (() => void)[] = [];

  constructor(inner: Storage) {
    this.#inner = inner;
    this.id = inner.id;
    this.log = this.#wrap(inner.log);
    this.sessions = this.#wrap(inner.sessions);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** What hung goes on now, as a disk that was busy. */
  mend(): void {
    this.fault = 'none';
    for (const go of this.#hung.splice(0)) go();
  }

  #wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (object, name) => {
        const method = Reflect.get(object, name) as (...parameters: unknown[]) => unknown;
        if (name === 'watch') return method.bind(object);
        return (...parameters: unknown[]) =>
          this.#run(name, () => method.apply(object, parameters) as Promise<unknown>);
      },
    });
  }

  async #run(name: string | symbol, operation: () => Promise<unknown>): Promise<unknown> {
    if (this.fault === 'rejects') throw new Error('EIO');
    if (this.fault === 'hangs') {
      await new Promise<void>((resolve) => {
        this.#hung.push(resolve);
      });
    }
    const result = await operation();
    if (this.fault === 'rejects-afterwards' && name === 'append') throw new Error('EIO');
    return result;
  }
}

let server: TestServer;
let disk: BrokenDisk;
let room: TestRoom;
let ana: Joined;
let ben: Joined;

beforeEach(async () => {
  disk = new BrokenDisk(await openStorage({ kind: 'memory' }));
  server = await startServer({ storage: disk, guards: { storageMs: 300 }, limits: { graceMs: 200 } });
  room = await TestRoom.create(server.address);
  ana = await room.host('Ana');
  ben = await room.guest('Ben');
  await ana.wire.event('participant-joined');
});

afterEach(async () => {
  disk.mend();
  await server.dispose();
});

describe.each(['rejects', 'hangs'] as const)('while storage %s', (fault) => {
  test('admission and moderation fail closed, with `unavailable` (invariant 11)', async () => {
    const { token } = await room.token();
    disk.fault = fault;
    expect(await ana.wire.command({ type: 'lock', id: 'a' })).toMatchObject({ type: 'error', code: 'unavailable' });
    expect(await ana.wire.command({ type: 'end-room', id: 'b', reason: '', lock: true })).toMatchObject({
      code: 'unavailable',
    });
    const out = { type: 'remove', id: 'c', participant: ben.id, reason: '', bar: true };
    expect(await ana.wire.command(out)).toMatchObject({ code: 'unavailable' });
    expect(await room.outcomeOfToken(token)).toBe('unavailable');
    const { status, body } = await post(server.address, '/v1/rooms', { identity: secret(), inviteKey: secret() });
    expect([status, body.code]).toEqual([503, 'unavailable']);
    const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect((await resumed.next('refused', 'welcome')).code).toBe('unavailable');
  });

  test('who is in goes on: signals, pings and the room as it is', async () => {
    disk.fault = fault;
    const link = [ana.id, ben.id].sort().join('~');
    ana.wire.send({ type: 'lock', id: 'a' });
    ana.wire.send({ type: 'signal', to: ben.id, link, generation: 0, data: 'media goes on' });
    expect(await ben.wire.next('signal')).toMatchObject({ from: ana.id, data: 'media goes on' });
    ben.wire.send({ type: 'get-snapshot' });
    expect((await ben.wire.next('snapshot')).snapshot).toMatchObject({ lock: null });
    await ana.wire.next('error');
    expect([ana.wire.isClosed, ben.wire.isClosed]).toEqual([false, false]);
    expect(ben.wire.events).toEqual([]);
  });

  test('the service says that it is not ready, and that it lives', async () => {
    disk.fault = fault;
    expect((await post(server.address, '/v1/ready', '', {}, 'GET')).status).toBe(503);
    expect((await post(server.address, '/v1/health', '', {}, 'GET')).status).toBe(200);
    disk.mend();
    expect((await post(server.address, '/v1/ready', '', {}, 'GET')).status).toBe(200);
  });

  test('a loss of connection meanwhile is made up for afterwards, with the whole grace time', async () => {
    disk.fault = fault;
    ben.wire.socket.terminate();
    expect(await ana.wire.command({ type: 'lock', id: 'a' })).toMatchObject({ code: 'unavailable' });
    disk.mend();
    expect((await ana.wire.event('connection-lost')).participant).toBe(ben.id);
    expect((await ana.wire.event('participant-left')).reason).toMatchObject({ code: 1001 });
    expect(ana.wire.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['participant-joined', 'connection-lost', 'participant-left']),
    );
  });
});

test('what was refused by a disk that rejects has not happened, and the same id works once it is back', async () => {
  disk.fault = 'rejects';
  const lock = { type: 'lock', id: 'a' };
  expect(await ana.wire.command(lock)).toMatchObject({ code: 'unavailable' });
  disk.mend();
  expect(await ana.wire.command(lock)).toMatchObject({ type: 'ok' });
  await ben.wire.settle();
  expect(ben.wire.events.map(({ type }) => type)).toEqual(['room-locked']);
});

test('what a disk did before it failed is found out, told to everybody, and not done again', async () => {
  const lock = { type: 'lock', id: 'a' };
  disk.fault = 'rejects-afterwards';
  expect(await ana.wire.command(lock)).toMatchObject({ code: 'unavailable' });
  disk.mend();
  expect(await ana.wire.command(lock)).toMatchObject({ type: 'ok', id: 'a' });
  await ben.wire.event('room-locked');
  await ben.wire.settle();
  expect(ben.wire.events.filter(({ type }) => type === 'room-locked')).toHaveLength(1);
});

test('an end that a disk took before it failed ends the meeting for everybody, once', async () => {
  disk.fault = 'rejects-afterwards';
  expect(await ana.wire.command({ type: 'end-room', id: 'a', reason: 'done', lock: true })).toMatchObject({
    code: 'unavailable',
  });
  disk.mend();
  await Promise.all([ana.wire.closed, ben.wire.closed]);
  expect([ana.wire.count('meeting-left'), ben.wire.count('meeting-left')]).toEqual([1, 1]);
  expect(await room.outcomeOfJoin(ben.proof)).toBe('room-locked');
});

test('a join that a slow disk took too late leaves no ghost: it is lost, then out', async () => {
  const { token } = await room.token();
  disk.fault = 'hangs';
  expect(await room.outcomeOfToken(token)).toBe('unavailable');
  disk.mend();
  const { participant } = await ana.wire.event('participant-joined');
  const { id } = participant as { readonly id: string };
  expect(await ana.wire.event('connection-lost')).toMatchObject({ participant: id });
  expect(await ana.wire.event('participant-left')).toMatchObject({ participant: id, reason: { code: 1001 } });
});

test('a command that a slow disk took too late is answered under its id when asked again', async () => {
  const lock = { type: 'lock', id: 'a' };
  disk.fault = 'hangs';
  expect(await ana.wire.command(lock)).toMatchObject({ code: 'unavailable' });
  disk.mend();
  await ben.wire.event('room-locked');
  expect(await ana.wire.command(lock)).toMatchObject({ type: 'ok' });
  await ben.wire.settle();
  expect(ben.wire.events.filter(({ type }) => type === 'room-locked')).toHaveLength(1);
});

test('a bar that can not be looked up lets nobody in', async () => {
  await ana.wire.command({ type: 'remove', id: 'a', participant: ben.id, reason: '', bar: true });
  disk.fault = 'rejects';
  expect(await room.outcomeOfToken(ben.token)).not.toBe('welcome');
});
