import { describe, expect, test } from 'vitest';

import { withServerProcess } from '#tests/fixtures/serverProcess.ts';

import { TestRoom } from './testRoom.ts';

describe('a server process that is killed right after it acknowledged', () => {
  test.each([
    ['a lock', { type: 'lock', id: 'a' }, 'room-locked', 'room-locked'],
    ['an end with a lock', { type: 'end-room', id: 'a', reason: 'done', lock: true }, 'room-locked', 'room-locked'],
    [
      'a removal with a bar',
      { type: 'remove', id: 'a', participant: 'Ben', reason: '', bar: true },
      'barred',
      'welcome',
    ],
  ])('still knows %s when it is back (invariant 2)', async (_what, command, benSees, strangersSee) => {
    await withServerProcess(async (server) => {
      const room = await TestRoom.create(server.address);
      const ana = await room.host('Ana');
      const ben = await room.guest('Ben');
      const order = 'participant' in command ? { ...command, participant: ben.id } : command;
      // Whoever is in the room is let back in by an open meeting: the lock is for those who are not.
      if (command.type === 'lock') ben.wire.send({ type: 'leave', id: 'bye' });
      if (command.type === 'lock') await ben.wire.closed;
      expect(await ana.wire.command(order)).toMatchObject({ type: 'ok' });
      await server.kill();
      await server.start();
      expect(await room.outcomeOfJoin(ben.proof)).toBe(benSees);
      const { token } = await room.token();
      expect(await room.outcomeOfToken(token)).toBe(strangersSee);
    });
  });

  test('has no meeting resurrected that was ended, and tells whoever resumes (invariant 3)', async () => {
    await withServerProcess(async (server) => {
      const room = await TestRoom.create(server.address);
      const ana = await room.host('Ana');
      const ben = await room.guest('Ben');
      expect(await ana.wire.command({ type: 'end-room', id: 'a', reason: 'done', lock: false })).toMatchObject({
        type: 'ok',
      });
      await server.kill();
      await server.start();
      const resumed = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
      await resumed.closed;
      expect(resumed.frames).toMatchObject([
        { type: 'removed-from-room', roomWasEnded: true },
        { type: 'meeting-left', reason: { code: 1008 } },
      ]);
    });
  });

  test('lets those who were in a meeting back in without a leave', async () => {
    await withServerProcess(async (server) => {
      const room = await TestRoom.create(server.address);
      const ana = await room.host('Ana');
      const ben = await room.guest('Ben');
      await server.kill();
      await server.start();
      const back = await room.resume(ana.welcome, ana.welcome.rev ?? 0);
      expect((await back.next('welcome', 'refused')).type).toBe('welcome');
      expect((await (await room.resume(ben.welcome, 0)).next('welcome', 'refused')).type).toBe('welcome');
      await back.settle();
      expect(back.events.map(({ type }) => type)).not.toContain('participant-left');
      expect(await back.command({ type: 'lock', id: 'a' })).toMatchObject({ type: 'ok' });
    });
  });
});
