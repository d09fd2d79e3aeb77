import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { TestServer } from '#tests/fixtures/server.ts';

import type { Joined, TestRoom } from '../testRoom.ts';
import { type Integrator, startIntegratedRoom } from './integrator.ts';

let server: TestServer;
let integrator: Integrator;
let room: TestRoom;
let ana: Joined;
let ben: Joined;

beforeEach(async () => {
  ({ server, integrator, room, ana, ben } = await startIntegratedRoom());
});

afterEach(() => server.dispose());

const end = (lock: boolean, key?: string) =>
  integrator.post(`/rooms/${room.id}/end`, { reason: 'Booked until five', lock }, key);

const remove = (participant: string, bar: boolean, key?: string) =>
  integrator.post(`/rooms/${room.id}/participants/${participant}/remove`, { reason: 'Abuse', bar }, key);

describe('an end through the API (1009)', () => {
  test.each([false, true])(
    'with lock %s puts everybody out, each told once, by nobody and with the reason',
    async (lock) => {
      expect((await end(lock)).status).toBe(204);
      for (const { wire } of [ana, ben]) {
        const removal = await wire.next('removed-from-room');
        expect(removal).toEqual({
          type: 'removed-from-room',
          reason: 'Booked until five',
          roomWasEnded: true,
          peerWhoRemoved: null,
          locked: lock,
        });
        expect(await wire.next('meeting-left')).toMatchObject({ reason: { code: 1009, type: 'MEETING_END_API' } });
        expect(await wire.closed).toBe(4003);
        expect([wire.count('removed-from-room'), wire.count('meeting-left')]).toEqual([1, 1]);
      }
      expect(await room.outcomeOfJoin(ana.proof)).toBe(lock ? 'room-locked' : 'welcome');
    },
  );

  test('with lock holds over a restart, until the API unlocks', async () => {
    await end(true);
    await server.restart();
    expect(await room.outcomeOfJoin(ben.proof)).toBe('room-locked');
    expect((await integrator.post(`/rooms/${room.id}/unlock`)).status).toBe(204);
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });

  test('of somebody who was reconnecting is told on resuming', async () => {
    ben.wire.socket.terminate();
    await ana.wire.event('connection-lost');
    await end(true);
    const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect(await back.next('removed-from-room')).toMatchObject({ roomWasEnded: true, locked: true });
    expect(await back.next('meeting-left')).toMatchObject({ reason: { code: 1009 } });
    expect(await back.closed).toBe(4003);
  });

  test('of a room that is ended is refused', async () => {
    await end(false);
    const { status, body } = await end(true);
    expect([status, body.code]).toEqual([409, 'room-ended']);
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });
});

describe('a removal through the API (1010)', () => {
  test('puts one out; the others see who went and why', async () => {
    expect((await remove(ben.id, false)).status).toBe(204);
    expect(await ben.wire.next('removed-from-room')).toEqual({
      type: 'removed-from-room',
      reason: 'Abuse',
      roomWasEnded: false,
      peerWhoRemoved: null,
      locked: false,
    });
    expect(await ben.wire.next('meeting-left')).toMatchObject({ reason: { code: 1010, type: 'REMOVE_PEER_API' } });
    expect(await ben.wire.closed).toBe(4002);
    expect(await ana.wire.event('participant-left')).toMatchObject({
      participant: ben.id,
      reason: { code: 1010, type: 'REMOVE_PEER_API' },
      by: null,
      note: 'Abuse',
      barred: null,
    });
    expect([ana.wire.count('meeting-left'), ana.wire.isClosed]).toEqual([0, false]);
    expect(await room.outcomeOfToken(ben.token)).toBe('token-expired');
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });

  test('with bar is for good, also for the host and over a restart, whatever role they are given', async () => {
    expect((await remove(ana.id, true)).status).toBe(204);
    expect(await ana.wire.next('removed-from-room')).toMatchObject({ roomWasEnded: false, locked: true });
    expect(await ben.wire.event('participant-left')).toMatchObject({ barred: { name: 'Ana', by: null } });
    await server.restart();
    expect(await room.outcomeOfJoin(ana.proof)).toBe('barred');
    const given = await integrator.post(`/rooms/${room.id}/join-tokens`, { identity: ana.proof, role: 'host' });
    expect([given.status, given.body.code]).toEqual([403, 'barred']);
  });

  test('of somebody who is reconnecting keeps them out (figure of the race)', async () => {
    ben.wire.socket.terminate();
    await ana.wire.event('connection-lost');
    await remove(ben.id, true);
    const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect(await back.next('meeting-left')).toMatchObject({ reason: { code: 1010 } });
    expect(await back.closed).toBe(4002);
  });

  test('of nobody is refused', async () => {
    for (const id of ['nobody-here', 'hasOwnProperty']) {
      const { status, body } = await remove(id, false);
      expect([status, body.code]).toEqual([404, 'no-such-participant']);
    }
  });
});

describe('the same Idempotency-Key', () => {
  test('works once: who came back in the meantime is not put out again, also over a restart', async () => {
    expect((await remove(ben.id, false, 'once')).status).toBe(204);
    expect((await remove(ben.id, false, 'once')).status).toBe(204);
    expect(ana.wire.events.filter(({ type }) => type === 'participant-left')).toHaveLength(1);
    expect((await remove(ben.id, false)).status).toBe(404);
    await end(false, 'the-end');
    await server.restart();
    const again = await room.guest('Ben', ben.proof);
    expect((await end(false, 'the-end')).status).toBe(204);
    await again.wire.settle();
    expect(again.wire.isClosed).toBe(false);
  });

  test('gives a refusal again as it was', async () => {
    expect((await remove('nobody-here', false, 'k')).body).toMatchObject({ code: 'no-such-participant' });
    expect((await remove('nobody-here', false, 'k')).body).toMatchObject({ code: 'no-such-participant' });
  });

  test('for another request is refused, and that request not carried out', async () => {
    await remove(ben.id, false, 'k');
    const { status, body } = await remove(ana.id, false, 'k');
    expect([status, body.code]).toEqual([409, 'bad-request']);
    expect((await end(true, 'k')).status).toBe(409);
    await ana.wire.settle();
    expect(ana.wire.isClosed).toBe(false);
  });

  test('is refused where it is no key', async () => {
    expect((await end(false, 'x'.repeat(256))).status).toBe(400);
    expect((await end(false, 'two words')).status).toBe(400);
  });

  test('sent twice at once works once', async () => {
    const answers = await Promise.all([end(true, 'k'), end(true, 'k'), end(true, 'k')]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  });
});
