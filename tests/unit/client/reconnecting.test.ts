import { beforeEach, describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';
import type { SessionId } from '#protocol/ids.ts';

import {
  ANA,
  BEN,
  CLEO,
  events,
  INCARNATION,
  joined,
  meetingLeft,
  participant,
  refused,
  removed,
  renamed,
  resumeToken,
  room,
  welcome,
} from './scripted/frames.ts';
import { Player } from './scripted/world.ts';

const NEW_ME = 'ana-00000002' as typeof ANA;

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

const resumed = welcome({ snapshot: null, resumeToken: resumeToken('second') });

describe('a lost connection', () => {
  test('keeps the meeting in view, and is tried again within a second', async () => {
    const { world } = player;
    world.socket.receive(events(11, joined(CLEO, 'Cleo')));
    world.socket.end();
    expect(player.in('reconnecting')).toMatchObject({ attempt: 1, me: ANA, room: { rev: 11 } });
    expect(world.clock.nextIn).toBe(500);
    world.clock.advance(500);
    world.socket.open();
    expect(world.socket.sent).toEqual([
      {
        type: 'hello',
        protocol: 'parley.v1',
        clientId: 'test-client',
        room: 'abc-defg-hij',
        resume: { sessionId: 'session-0001', token: resumeToken('first'), incarnation: INCARNATION, rev: 11 },
      },
    ]);
  });

  test('is back with the missing events, and nobody is told of anything', async () => {
    const socket = await player.reconnect();
    socket.open();
    socket.receive(resumed, events(11, renamed(BEN, 'Benjamin')));
    expect(player.in('joined').room.participants[BEN]?.name).toBe('Benjamin');
    expect(player.notices).toEqual([]);
  });

  test('is noticed without a close: the connection is dropped and made anew', () => {
    player.world.clock.advance(20_000);
    expect(player.phase).toBe('reconnecting');
    expect(player.world.socket.state).toBe('terminated');
  });

  test('is tried further and further apart, up to ten seconds, and never given up', async () => {
    const { world } = player;
    world.chance = 0.999;
    const waits: number[] = [];
    world.socket.end();
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(player.in('reconnecting').attempt).toBe(attempt);
      waits.push(world.clock.nextIn ?? -1);
      world.clock.advance(10_000);
      expect(world.sockets).toHaveLength(attempt + 1);
      world.socket.end();
    }
    expect(waits).toEqual([999, 1998, 3996, 7992, 9990, 9990, 9990, 9990]);
  });

  test('that is lost again at once does not start the backoff anew; one that has lasted does', async () => {
    const { world } = player;
    const wait = async (): Promise<number> => {
      world.socket.end();
      const ms = world.clock.nextIn ?? -1;
      world.clock.advance(ms);
      world.socket.open();
      world.socket.receive(resumed);
      await world.settle();
      return ms;
    };
    expect(await wait()).toBe(500);
    expect(await wait()).toBe(1_000);
    expect(await wait()).toBe(2_000);
    world.clock.advance(6_000);
    world.socket.receive({ type: 'ping', n: 1 });
    world.clock.advance(6_000);
    expect(await wait()).toBe(500);
  });
});

describe('the resume token', () => {
  test('is the newest that came, and is acknowledged each time', async () => {
    const second = await player.reconnect();
    second.open();
    second.receive(resumed);
    expect(second.of('ack-resume')).toEqual([{ type: 'ack-resume', token: resumeToken('second') }]);
    const third = await player.reconnect();
    third.open();
    expect(third.sent).toMatchObject([{ resume: { token: resumeToken('second') } }]);
  });

  test('is used again where no new one came, because the server keeps it until the new one is acknowledged', async () => {
    const second = await player.reconnect();
    second.open();
    const third = await (async () => {
      second.end();
      player.world.clock.advance(1_000);
      await player.world.until(() => player.world.sockets.length === 3);
      return player.world.socket;
    })();
    third.open();
    expect(third.sent).toMatchObject([{ resume: { token: resumeToken('first') } }]);
  });
});

describe('after the grace time', () => {
  const anew = welcome({
    sessionId: 'session-0002' as SessionId,
    participantId: NEW_ME,
    snapshot: room({ rev: 15 }, [participant(NEW_ME, 'Ana'), participant(BEN, 'Ben')]),
    resumeToken: resumeToken('anew'),
  });

  test.each([
    ['a refused resume', refused('resume-refused')],
    ['the tombstone of a lost connection (1001)', meetingLeft('WEBSOCKET_DISCONNECTED')],
  ])('%s leads to a join with a new token, and to no exit', async (_what, answer) => {
    const { world } = player;
    const socket = await player.reconnect();
    socket.open();
    socket.receive(answer);
    expect(player.in('reconnecting').attempt).toBe(2);
    await world.until(() => world.sockets.length === 3);
    expect(world.posts).toHaveLength(2);
    world.socket.open();
    expect(world.socket.sent).toMatchObject([{ token: 'header.claims.signature', name: 'Ana' }]);
    world.socket.receive(anew);
    expect(player.in('joined').me).toBe(NEW_ME);
    // My own old tile is not somebody who left.
    expect(player.notices).toEqual([]);
    expect(Object.keys(player.in('joined').room.participants)).toEqual([NEW_ME, BEN]);
  });

  test('one comes back by the name and with the media that the others last saw', async () => {
    const { world } = player;
    world.socket.receive(
      events(11, renamed(ANA, 'Ana Maria'), {
        type: 'media-state-changed',
        participant: ANA,
        media: { microphone: false, camera: true, screen: false },
        at: 1,
      }),
    );
    const socket = await player.reconnect();
    socket.open();
    socket.receive(refused('resume-refused'));
    await world.until(() => world.sockets.length === 3);
    world.socket.open();
    expect(world.socket.sent).toMatchObject([
      { name: 'Ana Maria', media: { microphone: false, camera: true, screen: false } },
    ]);
  });

  test('whoever went meanwhile is told of as gone for an unknown reason', async () => {
    const { world } = player;
    const socket = await player.reconnect();
    socket.open();
    socket.receive(refused('resume-refused'));
    await world.until(() => world.sockets.length === 3);
    world.socket.open();
    world.socket.receive({ ...anew, snapshot: room({ rev: 15 }, [participant(NEW_ME, 'Ana')]) });
    expect(player.notices).toMatchObject([{ type: 'participant-left', participantId: BEN, reason: { code: 1007 } }]);
  });

  test.each<ErrorCode>(['room-locked', 'room-ended', 'barred', 'room-full', 'room-not-found', 'bad-invite'])(
    'a join that is refused (%s) is the end of it: 1103, with the refusal, and no further try',
    async (code) => {
      const { world } = player;
      world.givesTokens = false;
      const socket = await player.reconnect();
      socket.open();
      socket.receive(refused('resume-refused'));
      await world.until(() => world.posts.length === 2);
      world.posts[1]?.answer({ status: 403, body: { code, message: 'no' } });
      await world.until(() => player.phase === 'over');
      expect(player.exit).toMatchObject({ reason: { code: 1103 }, error: { code, detail: 'no' }, mine: false });
      world.clock.advance(120_000);
      expect(world.sockets).toHaveLength(2);
      expect(world.clock.waiting).toBe(0);
      player.client.released();
      expect(player.codes()).toEqual([['meeting-left', 1103]]);
    },
  );

  test('a join that fails in passing is tried until it is answered', async () => {
    const { world } = player;
    const socket = await player.reconnect();
    socket.open();
    socket.receive(refused('resume-refused'));
    for (let sockets = 3; sockets <= 10; sockets += 1) {
      await world.until(() => world.sockets.length === sockets);
      world.socket.end();
      world.clock.advance(10_000);
    }
    await world.until(() => world.sockets.length === 11);
    world.socket.open();
    world.socket.receive(anew);
    expect(player.phase).toBe('joined');
  });
});

describe('whoever was put out while reconnecting', () => {
  test('gets it told on the resume and stays out (semantics rule 3)', async () => {
    const { world } = player;
    const socket = await player.reconnect();
    socket.open();
    socket.receive(removed({ locked: true }), meetingLeft('REMOVE_PEER'));
    expect(player.exit).toMatchObject({ reason: { code: 1002 }, removal: { locked: true }, mayRejoin: false });
    world.clock.advance(120_000);
    expect(world.sockets).toHaveLength(2);
    player.client.released();
    expect(player.codes()).toEqual([
      ['removed-from-room', false],
      ['meeting-left', 1002],
    ]);
  });

  test('gets it from the tombstone, too, where only half of it came before the connection broke', async () => {
    player.world.socket.receive(removed());
    const socket = await player.reconnect();
    socket.open();
    socket.receive(removed({ reason: 'as kept' }), meetingLeft('REMOVE_PEER'));
    expect(player.exit.removal?.reason).toBe('as kept');
  });
});

test('an older room than the one last seen is believed: the server lost its newest events', async () => {
  const socket = await player.reconnect();
  socket.open();
  socket.receive({ ...resumed, snapshot: room({ rev: 4 }) });
  expect(player.in('joined').room.rev).toBe(4);
});
