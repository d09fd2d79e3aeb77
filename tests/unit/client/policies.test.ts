import { beforeEach, describe, expect, test } from 'vitest';

import { meetingLeft, removed, welcome } from './scripted/frames.ts';
import { Player } from './scripted/world.ts';

const POLICIES = { durationMs: 3_600_000, noHostMs: null, since: 5 };

let player: Player;

beforeEach(async () => {
  player = new Player();
});

describe('a meeting that the server may close by itself', () => {
  test('is known by the times of the welcome, and by those of the next', async () => {
    const socket = await player.join(welcome({ policies: POLICIES }));
    expect(player.client.session).toMatchObject({ phase: 'joined', policies: POLICIES });
    socket.end();
    expect(player.client.session).toMatchObject({ phase: 'reconnecting', policies: POLICIES });
    player.world.clock.advance(1_000);
    player.world.socket.open();
    player.world.socket.receive(welcome({ policies: { ...POLICIES, since: 9 } }));
    expect(player.client.session).toMatchObject({ phase: 'joined', policies: { since: 9 } });
  });

  test('has none where the server says none', async () => {
    await player.join();
    expect(player.client.session).not.toHaveProperty('policies');
  });

  test.each(['duration', 'no-host', 'shutdown'] as const)('is over by it, not by me: %s', async (policy) => {
    const socket = await player.join();
    const removal = removed({ roomWasEnded: true, peerWhoRemoved: null, reason: '' });
    socket.receive(removal, { ...meetingLeft('ROOM_CLOSE'), policy });
    expect(player.exit).toMatchObject({ reason: { code: 1006 }, policy, removal, mine: false, mayRejoin: true });
    player.client.released();
    expect(player.notices).toEqual([removal, { ...meetingLeft('ROOM_CLOSE'), policy }]);
    player.client.dismiss();
    expect(player.world.clock.waiting).toBe(0);
  });
});

describe('leaving for being alone', () => {
  const ALONE = { reason: { code: 1006 }, policy: 'alone', mine: false, mayRejoin: true, removal: null };

  test('is told to the server as such, and is over by what it answers', async () => {
    const socket = await player.join();
    const answer = player.client.command({ type: 'leave', policy: 'alone' });
    const [leave] = socket.of('leave');
    if (leave === undefined) throw new Error('no leave was sent');
    expect(leave).toMatchObject({ policy: 'alone' });
    socket.receive({ type: 'ok', id: leave.id, rev: 11 }, { ...meetingLeft('ROOM_CLOSE'), policy: 'alone' });
    expect(await answer).toEqual({ ok: true, value: 11 });
    expect(player.exit).toMatchObject(ALONE);
    player.client.released();
    expect(player.codes()).toEqual([['meeting-left', 1006]]);
  });

  test('takes effect here where the server does not answer, for the same reason', async () => {
    const socket = await player.join();
    void player.client.command({ type: 'leave', policy: 'alone' });
    player.world.clock.advance(2_000);
    expect(player.exit).toMatchObject(ALONE);
    expect(socket.of('leave')).toMatchObject([{ policy: 'alone' }, { policy: 'alone' }]);
  });

  test('works offline at once, for the same reason (semantics rule 7)', async () => {
    const socket = await player.join();
    socket.end();
    void player.client.command({ type: 'leave', policy: 'alone' });
    expect(player.exit).toMatchObject(ALONE);
    player.client.released();
    expect(player.notices).toMatchObject([{ type: 'meeting-left', reason: { code: 1006 }, policy: 'alone' }]);
  });
});
