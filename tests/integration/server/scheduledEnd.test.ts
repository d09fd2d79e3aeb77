import { afterEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { TestRoom } from './testRoom.ts';

const ENDED = { code: 1008, type: 'REMOVE_ALL', message: expect.any(String) as string };
const SOON = { type: 'schedule-end', id: 's', reason: 'Time is up', lock: true, inMs: 1_000 };

let server: TestServer;

afterEach(() => server.dispose());

async function two(options: Parameters<typeof startServer>[0] = {}) {
  server = await startServer(options);
  const room = await TestRoom.create(server.address);
  return { room, ana: await room.host('Ana'), ben: await room.guest('Ben') };
}

describe('an end in a little while', () => {
  test('is told to both, comes by itself, and is told to both sides as an end by who set it', async () => {
    const { room, ana, ben } = await two();
    expect(await ana.wire.command(SOON)).toMatchObject({ type: 'ok' });
    for (const { wire } of [ana, ben]) {
      const { end } = (await wire.event('end-scheduled')) as unknown as { end: object };
      const by = { participant: ana.id, name: 'Ana' };
      expect(end).toMatchObject({ by, note: 'Time is up', locked: true, endsAt: expect.any(Number) as number });
    }
    expect(await ben.wire.next('removed-from-room')).toEqual({
      type: 'removed-from-room',
      reason: 'Time is up',
      roomWasEnded: true,
      peerWhoRemoved: { participant: ana.id, name: 'Ana' },
      locked: true,
    });
    for (const { wire } of [ana, ben]) {
      expect(await wire.next('meeting-left')).toMatchObject({ reason: ENDED });
      expect(await wire.closed).toBe(4003);
    }
    expect(ana.wire.count('removed-from-room')).toBe(0);
    expect(await room.outcomeOfJoin(ben.proof)).toBe('room-locked');
  });

  test('is refused to a guest, and can be called off by another host than who set it', async () => {
    const { ana, ben } = await two();
    expect(await ben.wire.command(SOON)).toMatchObject({ type: 'error', code: 'forbidden' });
    await ana.wire.command({ ...SOON, inMs: 300_000 });
    expect(await ben.wire.command({ type: 'cancel-end', id: 'c' })).toMatchObject({ code: 'forbidden' });
    expect(await ana.wire.command({ type: 'cancel-end', id: 'd' })).toMatchObject({ type: 'ok' });
    expect(await ben.wire.event('end-cancelled')).toMatchObject({ by: { participant: ana.id, name: 'Ana' } });
    expect(await ana.wire.command({ type: 'cancel-end', id: 'e' })).toMatchObject({ code: 'not-ending' });
  });

  test('that was acknowledged comes although the server was restarted in between', async () => {
    const { room, ana, ben } = await two({ storage: 'sqlite' });
    await ana.wire.command(SOON);
    await server.restart();
    const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect(await back.next('meeting-left')).toMatchObject({ reason: ENDED });
    const mine = await room.resume(ana.welcome, ana.welcome.rev ?? 0);
    expect(await mine.next('meeting-left')).toMatchObject({ reason: ENDED });
    expect(mine.count('removed-from-room')).toBe(0);
  });

  test('of too little or too much time is refused with the field that is wrong', async () => {
    const { ana } = await two();
    ana.wire.send({ ...SOON, inMs: 999 });
    expect(await ana.wire.next('error')).toMatchObject({ code: 'bad-frame', message: expect.stringContaining('inMs') });
  });
});
