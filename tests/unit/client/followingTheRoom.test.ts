import { beforeEach, describe, expect, test } from 'vitest';

import { ANA, AT, BEN, CLEO, events, joined, left, participant, renamed, room, welcome } from './scripted/frames.ts';
import { Player } from './scripted/world.ts';

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

describe('a gap', () => {
  test('is closed by a snapshot that is asked for once', () => {
    const { socket } = player.world;
    socket.receive(events(13, left(BEN)), events(14, joined(CLEO, 'Cleo')));
    expect(socket.of('get-snapshot')).toHaveLength(1);
    expect(player.in('joined').room.rev).toBe(10);
    socket.receive({ type: 'snapshot', snapshot: room({ rev: 12 }) });
    expect(player.in('joined').room.rev).toBe(14);
    expect(player.codes()).toEqual([['participant-left', 1101]]);
  });

  test('is asked about again where no snapshot comes, and no more once it is there', () => {
    const { socket, clock } = player.world;
    socket.receive(events(13, joined(CLEO, 'Cleo')));
    for (let round = 0; round < 2; round += 1) {
      clock.advance(5_000);
      socket.receive({ type: 'ping', n: round });
    }
    expect(socket.of('get-snapshot')).toHaveLength(3);
    socket.receive({ type: 'snapshot', snapshot: room({ rev: 12 }) });
    expect(player.in('joined').room.rev).toBe(13);
    clock.advance(15_000);
    expect(socket.of('get-snapshot')).toHaveLength(3);
  });

  test('is not asked about on a connection that has gone', async () => {
    player.world.socket.receive(events(13, joined(CLEO, 'Cleo')));
    const socket = await player.reconnect();
    socket.open();
    socket.receive(welcome({ snapshot: null }));
    player.world.clock.advance(6_000);
    expect(socket.of('get-snapshot')).toEqual([]);
    socket.receive(events(11, left(BEN)));
    expect(player.in('joined').room.rev).toBe(11);
  });

  test('never hides that somebody went', () => {
    const { socket } = player.world;
    socket.receive(events(13, joined(CLEO, 'Cleo')));
    socket.receive({ type: 'snapshot', snapshot: room({ rev: 12 }, [participant(ANA, 'Ana')]) });
    expect(player.codes()).toEqual([['participant-left', 1007]]);
  });

  test('may have hidden what was said, which is asked for', () => {
    const { socket } = player.world;
    socket.receive(events(13, joined(CLEO, 'Cleo')));
    socket.receive({ type: 'snapshot', snapshot: room({ rev: 12 }) });
    expect(socket.of('get-chat')).toEqual([{ type: 'get-chat', since: 10 }]);
  });

  test('is not made by a frame that comes twice', () => {
    const { socket } = player.world;
    const frame = events(11, left(BEN));
    socket.receive(frame, frame, frame);
    expect(socket.of('get-snapshot')).toEqual([]);
    expect(player.codes()).toEqual([['participant-left', 1101]]);
  });
});

test('a room that comes anew at the revision that I have, as after a change of role, leaves nothing to be asked for', () => {
  const { socket, clock } = player.world;
  socket.receive(events(11, renamed(BEN, 'Benno')));
  socket.receive({ type: 'snapshot', snapshot: room({ rev: 11, lobby: { by: null, at: AT } }) });
  expect(player.in('joined').room.lobby).toEqual({ by: null, at: AT });
  clock.advance(6_000);
  expect(socket.of('get-chat')).toEqual([]);
});
