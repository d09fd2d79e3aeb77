import { afterEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { TestRoom } from './testRoom.ts';
import type { Wire } from './wire.ts';

const CLOSED = { code: 1006, type: 'ROOM_CLOSE', message: expect.any(String) as string };

/** Longest time of a meeting that two people are in before it is over, on a busy machine too. */
const DURATION_MS = 2_000;

let server: TestServer;

afterEach(() => server.dispose());

/** What is told to somebody who is out because a policy closed the meeting: the removal by nobody, then why. */
async function expectClosed(wire: Wire, policy: string): Promise<void> {
  expect(await wire.next('removed-from-room')).toEqual({
    type: 'removed-from-room',
    reason: '',
    roomWasEnded: true,
    peerWhoRemoved: null,
    locked: false,
  });
  const left = await wire.next('meeting-left');
  expect(left).toEqual({ type: 'meeting-left', reason: CLOSED, policy, at: expect.any(Number) as number });
  expect(await wire.closed).toBe(4004);
  expect(wire.count('meeting-left')).toBe(1);
}

describe('a meeting with a longest time', () => {
  test('is closed for host and guests alike by 1006, and the log says by which policy (invariant 1)', async () => {
    server = await startServer({ policies: { durationMs: DURATION_MS } });
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    expect(ana.welcome.policies).toEqual({
      durationMs: DURATION_MS,
      noHostMs: null,
      since: expect.any(Number) as number,
    });
    await Promise.all([expectClosed(ana.wire, 'duration'), expectClosed(ben.wire, 'duration')]);
    expect(server.logged).toContainEqual(
      expect.objectContaining({ event: 'room-ended', cause: 'policy', policy: 'duration' }),
    );
  });

  test('can be joined anew, with its whole time, by whoever was in it', async () => {
    server = await startServer({ policies: { durationMs: 400 } });
    const room = await TestRoom.create(server.address);
    const ana = await room.host('Ana');
    await ana.wire.next('meeting-left');
    const again = await room.guest('Ana', ana.proof);
    expect(again.welcome.snapshot).toMatchObject({
      phase: 'open',
      ending: { cause: 'policy', policy: 'duration', by: null },
    });
    await expectClosed(again.wire, 'duration');
  });

  test('that ended while somebody was away is told to them when they come back', async () => {
    server = await startServer({ policies: { durationMs: DURATION_MS }, storage: 'sqlite' });
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    ben.wire.socket.terminate();
    await ana.wire.next('meeting-left');
    await server.restart();
    const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    await expectClosed(back, 'duration');
    expect(back.count('welcome')).toBe(0);
  });
});

describe('a meeting without a host', () => {
  test('is closed by 1006 for those who are left; the host who left has left', async () => {
    server = await startServer({ policies: { noHostMs: 400 } });
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    await ana.wire.command({ type: 'leave', id: 'a' });
    expect(await ana.wire.next('meeting-left')).toMatchObject({ reason: { code: 1101 } });
    await expectClosed(ben.wire, 'no-host');
    expect(server.logged).toContainEqual(
      expect.objectContaining({ event: 'room-ended', cause: 'policy', policy: 'no-host' }),
    );
  });

  test('is a matter of no hurry while the host is there, and says since when there is none', async () => {
    server = await startServer({ policies: { noHostMs: 60_000 } });
    const room = await TestRoom.create(server.address);
    const ben = await room.guest('Ben');
    expect(ben.welcome.snapshot?.hostlessSince).toBe(ben.welcome.snapshot?.openedAt);
    const ana = await room.host('Ana');
    expect(ana.welcome.snapshot?.hostlessSince).toBeNull();
  });
});

describe('an empty room', () => {
  test('closes by itself, nobody is told and nobody is refused afterwards', async () => {
    server = await startServer({ emptyCloseMs: 200 });
    const room = await TestRoom.create(server.address);
    const ana = await room.host('Ana');
    await ana.wire.command({ type: 'leave', id: 'a' });
    await expect.poll(() => server.logged.map(({ event }) => event)).toContain('room-closed');
    const again = await room.guest('Ana', ana.proof);
    expect(again.welcome.incarnation).not.toBe(ana.welcome.incarnation);
    expect(again.welcome.snapshot).toMatchObject({ phase: 'open', ending: null });
  });
});

describe('leaving for being alone', () => {
  test('is 1006 to the one who goes; whoever came in at the last moment sees them go by the same', async () => {
    server = await startServer();
    const room = await TestRoom.create(server.address);
    const [ana, ben] = [await room.host('Ana'), await room.guest('Ben')];
    expect(await ana.wire.command({ type: 'leave', id: 'a', policy: 'alone' })).toMatchObject({ type: 'ok' });
    const left = await ana.wire.next('meeting-left');
    expect(left).toEqual({ type: 'meeting-left', reason: CLOSED, policy: 'alone', at: expect.any(Number) as number });
    expect(ana.wire.count('removed-from-room')).toBe(0);
    const seen = await ben.wire.event('participant-left');
    expect(seen).toMatchObject({ participant: ana.id, reason: CLOSED, policy: 'alone', by: null, barred: null });
  });
});
