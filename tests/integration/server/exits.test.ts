import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';

describe.each(['memory', 'sqlite'] as const)('exits, kept in %s', (storage) => {
  let server: TestServer;
  let room: TestRoom;
  let ana: Joined;
  let ben: Joined;
  let cid: Joined;

  beforeEach(async () => {
    server = await startServer({ storage });
    room = await TestRoom.create(server.address);
    ana = await room.host('Ana');
    ben = await room.guest('Ben');
    cid = await room.guest('Cid');
  });

  afterEach(() => server.dispose());

  test('leave: only I go; I get meeting-left 1101, the others participant-left 1101', async () => {
    ben.wire.send({ type: 'leave', id: 'bye' });
    expect(await ben.wire.closed).toBe(4001);
    expect(lastTypes(ben)).toEqual(['ok', 'meeting-left']);
    expect(ben.wire.frames.at(-1)).toMatchObject({ reason: { code: 1101, type: 'MANUAL_LEAVE_CALLED' } });
    for (const { wire } of [ana, cid]) {
      expect(await wire.event('participant-left')).toMatchObject({
        participant: ben.id,
        reason: { code: 1101 },
        barred: null,
      });
    }
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });

  test('leave of the last host can hand over, and the heir is host from then on', async () => {
    ana.wire.send({ type: 'leave', id: 'bye', handOverTo: cid.id });
    await ana.wire.closed;
    await cid.wire.event('role-changed');
    expect(await cid.wire.command({ type: 'lock', id: 'a' })).toMatchObject({ type: 'ok' });
    expect(await ben.wire.command({ type: 'unlock', id: 'a' })).toMatchObject({ code: 'forbidden' });
  });

  test('end: the caller gets ok and meeting-left, the others removed-from-room and meeting-left, each once', async () => {
    ana.wire.send({ type: 'end-room', id: 'end', reason: 'All said', lock: false });
    expect(await Promise.all([ana, ben, cid].map(({ wire }) => wire.closed))).toEqual([4003, 4003, 4003]);
    expect(lastTypes(ana)).toEqual(['ok', 'meeting-left']);
    for (const guest of [ben, cid]) {
      expect(lastTypes(guest)).toEqual(['removed-from-room', 'meeting-left']);
      expect(guest.wire.frames.at(-2)).toMatchObject({
        reason: 'All said',
        roomWasEnded: true,
        peerWhoRemoved: { participant: ana.id, name: 'Ana' },
        locked: false,
      });
      expect(guest.wire.frames.at(-1)).toMatchObject({ reason: { code: 1008, type: 'REMOVE_ALL' } });
    }
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });

  test('end with lock: nobody comes back, the host neither, until the lock is lifted (invariants 2 and 3)', async () => {
    ana.wire.send({ type: 'end-room', id: 'end', reason: '', lock: true });
    await ben.wire.closed;
    expect(ben.wire.frames.at(-2)).toMatchObject({ locked: true });
    expect(await room.outcomeOfJoin(ben.proof)).toBe('room-locked');
    expect(await room.outcomeOfJoin(ana.proof)).toBe('room-locked');
    expect(await room.outcomeOfToken(cid.token)).toBe('room-locked');
  });

  test('remove: one goes with removed-from-room and meeting-left 1002; the others are told', async () => {
    const answer = await ana.wire.command({
      type: 'remove',
      id: 'out',
      participant: ben.id,
      reason: 'Noise',
      bar: false,
    });
    expect(answer).toMatchObject({ type: 'ok' });
    expect(await ben.wire.closed).toBe(4002);
    expect(lastTypes(ben)).toEqual(['removed-from-room', 'meeting-left']);
    expect(ben.wire.frames.at(-2)).toMatchObject({
      reason: 'Noise',
      roomWasEnded: false,
      peerWhoRemoved: { participant: ana.id, name: 'Ana' },
      locked: false,
    });
    expect(ben.wire.frames.at(-1)).toMatchObject({ reason: { code: 1002 } });
    for (const { wire } of [ana, cid]) {
      expect(await wire.event('participant-left')).toMatchObject({
        participant: ben.id,
        reason: { code: 1002 },
        by: { name: 'Ana' },
      });
    }
    expect(ana.wire.count('removed-from-room') + cid.wire.count('removed-from-room')).toBe(0);
  });

  test('remove kills the session, the resume token and the join token at once (invariant 5)', async () => {
    await ana.wire.command({ type: 'remove', id: 'out', participant: ben.id, reason: 'Noise', bar: false });
    await ben.wire.closed;
    const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    await resumed.closed;
    expect(resumed.frames.map(({ type }) => type)).toEqual(['removed-from-room', 'meeting-left']);
    expect(await room.outcomeOfToken(ben.token)).toBe('token-expired');
    // Not barred: a new token lets them in again.
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });

  test('remove with bar: every credential of that person is dead, others come in as before (invariant 5)', async () => {
    const { token } = await room.token(ben.proof);
    await ana.wire.command({ type: 'remove', id: 'out', participant: ben.id, reason: '', bar: true });
    await ben.wire.closed;
    expect(ben.wire.frames.at(-2)).toMatchObject({ type: 'removed-from-room', locked: true });
    expect(await room.outcomeOfToken(token)).toBe('barred');
    expect(await room.outcomeOfToken(ben.token)).toBe('barred');
    expect(await room.outcomeOfJoin(ben.proof)).toBe('barred');
    const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect(await resumed.closed).toBe(4002);
    expect((await room.guest('Dan')).welcome.type).toBe('welcome');
  });

  test('somebody who is removed while reconnecting does not get back in', async () => {
    ben.wire.socket.terminate();
    await ana.wire.event('connection-lost');
    await ana.wire.command({ type: 'remove', id: 'out', participant: ben.id, reason: 'Enough', bar: true });
    const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect(await resumed.closed).toBe(4002);
    expect(resumed.frames).toMatchObject([
      { type: 'removed-from-room', reason: 'Enough', locked: true },
      { type: 'meeting-left', reason: { code: 1002 } },
    ]);
  });

  test('another device of the same person takes over: 1011 for the old one, the same tile for the others', async () => {
    const { token } = await room.token(ben.proof);
    const device = await room.enter('Ben', token, ben.proof);
    expect(device.id).toBe(ben.id);
    expect(await ben.wire.closed).toBe(4005);
    expect(lastTypes(ben)).toEqual(['meeting-left']);
    expect(ben.wire.frames.at(-1)).toMatchObject({ reason: { code: 1011, type: 'DUPLICATE_PARTICIPANT' } });
    await ana.wire.event('participant-taken-over');
    expect(ana.wire.events.filter(({ type }) => type === 'participant-left')).toEqual([]);
    const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    await resumed.closed;
    expect(resumed.frames).toMatchObject([{ type: 'meeting-left', reason: { code: 1011 } }]);
    expect(await device.wire.command({ type: 'rename', id: 'a', name: 'Ben Too' })).toMatchObject({ type: 'ok' });
  });

  test('two devices of one person that come at the same time leave one session', async () => {
    const { token, proof } = await room.token();
    const wires = await Promise.all([room.knock('Dan', token), room.knock('Dan', token)]);
    const ends = await Promise.all(
      wires.map(async (wire) => {
        await wire.next('welcome');
        return wire;
      }),
    );
    await expect.poll(() => ends.filter(({ isClosed }) => isClosed)).toHaveLength(1);
    const gone = ends.find(({ isClosed }) => isClosed);
    expect(gone?.frames.at(-1)).toMatchObject({ type: 'meeting-left', reason: { code: 1011 } });
    expect(proof).not.toBe('');
  });

  test('a removal that races with the end leaves each with one exit (semantics rule 1)', async () => {
    ana.wire.send({ type: 'remove', id: 'out', participant: ben.id, reason: 'first', bar: false });
    ana.wire.send({ type: 'end-room', id: 'end', reason: 'second', lock: false });
    await Promise.all([ana, ben, cid].map(({ wire }) => wire.closed));
    expect([ana, ben, cid].map(({ wire }) => wire.count('meeting-left'))).toEqual([1, 1, 1]);
    expect([ana, ben, cid].map(({ wire }) => wire.count('removed-from-room'))).toEqual([0, 1, 1]);
    expect(ben.wire.frames.at(-2)).toMatchObject({ roomWasEnded: false, reason: 'first' });
  });

  test('nothing that is said after an exit has an effect (semantics rule 4)', async () => {
    ben.wire.send({ type: 'leave', id: 'bye' });
    ben.wire.send({ type: 'rename', id: 'ghost', name: 'Ghost' });
    await ben.wire.closed;
    await ana.wire.event('participant-left');
    await ana.wire.settle();
    expect(ana.wire.events.map(({ type }) => type)).not.toContain('participant-renamed');
    expect(ben.wire.count('meeting-left')).toBe(1);
  });
});

test('an empty room is closed after its time, not ended, and opens anew for the next who comes', async () => {
  const server = await startServer({ emptyCloseMs: 100 });
  const room = await TestRoom.create(server.address);
  const ana = await room.host();
  ana.wire.send({ type: 'leave', id: 'bye' });
  await ana.wire.closed;
  await expect.poll(() => server.logged.some(({ event }) => event === 'room-closed')).toBe(true);
  const again = await room.guest('Ben');
  expect(again.welcome.incarnation).not.toBe(ana.welcome.incarnation);
  expect(again.welcome.snapshot).toMatchObject({ phase: 'open', ending: null });
  await server.dispose();
});

describe('lost for too long', () => {
  const GRACE_MS = 200;
  let server: TestServer;
  let room: TestRoom;
  let ana: Joined;
  let ben: Joined;

  beforeEach(async () => {
    server = await startServer({ limits: { graceMs: GRACE_MS } });
    room = await TestRoom.create(server.address);
    ana = await room.host('Ana');
    ben = await room.guest('Ben');
  });

  afterEach(() => server.dispose());

  test('connection lost: the others see 1001 once, after the grace time and not before', async () => {
    ben.wire.socket.terminate();
    const lost = await ana.wire.event('connection-lost');
    const left = await ana.wire.event('participant-left');
    expect(left).toMatchObject({ participant: ben.id, reason: { code: 1001 }, by: null });
    expect((left.at ?? 0) - (lost.at ?? 0)).toBeGreaterThanOrEqual(GRACE_MS);
    await ana.wire.settle();
    expect(ana.wire.events.filter(({ type }) => type === 'participant-left')).toHaveLength(1);
    const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect(await resumed.next('refused')).toMatchObject({ code: 'resume-refused' });
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });

  test('who was lost for too long and comes back after the end is told of the end', async () => {
    ben.wire.socket.terminate();
    await ana.wire.event('participant-left');
    await ana.wire.command({ type: 'end-room', id: 'end', reason: 'Late', lock: false });
    const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    await resumed.closed;
    expect(resumed.frames).toMatchObject([
      { type: 'removed-from-room', roomWasEnded: true, reason: 'Late' },
      { type: 'meeting-left', reason: { code: 1008 } },
    ]);
  });
});

function lastTypes({ wire }: Joined): readonly string[] {
  return wire.frames.map(({ type }) => type).filter((type) => type !== 'events' && type !== 'welcome');
}
