import { beforeEach, describe, expect, test } from 'vitest';

import { BEN } from './scripted/frames.ts';
import { Player } from './scripted/world.ts';

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

const leaveIn = (socket: { of: Player['world']['socket']['of'] }) => {
  const [leave] = socket.of('leave');
  if (leave === undefined) throw new Error('no leave was sent');
  return leave;
};

describe('leaving', () => {
  test('for another meeting says so, and is over with 1005, answered or not', async () => {
    const { socket, clock } = player.world;
    const answer = player.client.command({ type: 'leave', switching: true });
    expect(leaveIn(socket)).toMatchObject({ switching: true });
    clock.advance(2_000);
    expect(await answer).toMatchObject({ ok: true });
    expect(player.exit).toMatchObject({ reason: { code: 1005 }, mine: true, mayRejoin: true });
    player.client.released();
    expect(player.codes()).toEqual([['meeting-left', 1005]]);
  });

  test('for another meeting says so again where whoever was to be host is gone', () => {
    const { socket, clock } = player.world;
    void player.client.command({ type: 'leave', switching: true, handOverTo: BEN });
    clock.advance(2_000);
    const { id } = leaveIn(socket);
    socket.receive({ type: 'error', id, code: 'no-such-participant', message: 'gone' });
    const again = socket.of('leave').at(-1);
    expect(again).toMatchObject({ switching: true });
    expect(again).not.toHaveProperty('handOverTo');
    expect(again?.id).not.toBe(id);
  });
});
