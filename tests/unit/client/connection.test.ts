import { beforeEach, describe, expect, test } from 'vitest';

import type { ErrorCode } from '#protocol/errors.ts';
import { type Hello, PROTOCOL, type ServerFrame } from '#protocol/wire/frame.ts';
import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';
import { Connection, type Refusal } from '#client/connection.ts';

import { AT, meetingLeft, refused, removed, ROOM_ID, welcome } from './scripted/frames.ts';
import type { ScriptedSocket } from './scripted/socket.ts';
import { World } from './scripted/world.ts';

const hello = {
  type: 'hello',
  protocol: PROTOCOL,
  clientId: 'test-client',
  room: ROOM_ID,
  token: 'token',
  name: 'Ana',
  media: { microphone: true, camera: false, screen: false },
} as Hello;

let world: World;
let connection: Connection;
let socket: ScriptedSocket;
let offsets: number[];
let refusals: Refusal[];
let frames: ServerFrame[];
let ends: ErrorCode[];

beforeEach(() => {
  world = new World();
  offsets = [];
  refusals = [];
  frames = [];
  ends = [];
  connection = new Connection(world.environment, 'ws://127.0.0.1:4100/ws', hello, {
    onWelcome: (_welcome, offset) => offsets.push(offset),
    onRefused: (refusal) => refusals.push(refusal),
    onFrame: (frame) => frames.push(frame),
    onWaiting: (_waiting, offset) => offsets.push(offset),
    onClosed: (code) => ends.push(code),
  });
  socket = world.socket;
});

function welcomed(): void {
  socket.open();
  socket.receive(welcome());
}

test('a connection speaks one subprotocol and says hello first', () => {
  expect(socket.subprotocol).toBe('parley.v1');
  expect(connection.helloSent).toBe(false);
  socket.open();
  expect(socket.sent).toEqual([hello]);
  expect(connection.helloSent).toBe(true);
});

test('nothing but the hello goes out before the welcome', () => {
  connection.send({ type: 'get-snapshot' });
  socket.open();
  connection.send({ type: 'get-snapshot' });
  expect(socket.sent).toEqual([hello]);
  socket.receive(welcome());
  connection.send({ type: 'get-snapshot' });
  expect(socket.of('get-snapshot')).toHaveLength(1);
});

test("the server's clock is known to half a round trip", () => {
  socket.open();
  world.clock.advance(200);
  socket.receive(welcome({ serverTime: world.clock.now() + 60_000 - 100 }));
  expect(offsets).toEqual([60_000]);
});

test('a clock set back during the handshake does not spoil the offset', () => {
  socket.open();
  world.clock.jump(-3_600_000);
  socket.receive(welcome({ serverTime: AT }));
  expect(offsets).toEqual([AT - world.clock.now()]);
});

describe('liveness', () => {
  test('pings every five seconds, and answers pings', () => {
    welcomed();
    world.clock.advance(5_000);
    socket.receive({ type: 'ping', n: 7 });
    world.clock.advance(5_000);
    expect(socket.of('ping').map(({ n }) => n)).toEqual([1, 2]);
    expect(socket.of('pong')).toEqual([{ type: 'pong', n: 7 }]);
  });

  test.each<[string, ServerFrame]>([
    ['pong', { type: 'pong', n: 1 }],
    ['ping', { type: 'ping', n: 1 }],
    ['answer', { type: 'ok', id: 'x-1' as never, rev: 11 }],
  ])('a %s every 19 seconds keeps a connection alive: any frame counts as life', (_name, frame) => {
    welcomed();
    for (let turn = 0; turn < 10; turn += 1) {
      world.clock.advance(19_000);
      socket.receive(frame);
    }
    expect(socket.state).toBe('open');
    expect(ends).toEqual([]);
  });

  test('silence is suspicious after 12 seconds and deadly after 20: terminated, not closed', () => {
    welcomed();
    world.clock.advance(11_999);
    expect(world.logged).not.toContainEqual({ at: 'client', what: 'connection-suspect' });
    world.clock.advance(1);
    expect(world.logged).toContainEqual({ at: 'client', what: 'connection-suspect' });
    world.clock.advance(7_999);
    expect(ends).toEqual([]);
    world.clock.advance(1);
    expect(ends).toEqual(['timed-out']);
    expect(socket.state).toBe('terminated');
    expect(world.clock.waiting).toBe(0);
  });

  test("goes by the server's own figures", () => {
    socket.open();
    socket.receive(welcome({ limits: { ...DEFAULT_LIMITS, pingMs: 1_000, suspectMs: 2_000, deadMs: 4_000 } }));
    world.clock.advance(3_999);
    // Each second one, and one more out of suspicion.
    expect(socket.of('ping').length).toBeGreaterThanOrEqual(3);
    expect(ends).toEqual([]);
    world.clock.advance(1);
    expect(ends).toEqual(['timed-out']);
  });

  test.each([-86_400_000, 86_400_000, 600_000])(
    'a wall clock that jumps by %i ms kills nothing and saves nothing',
    (ms) => {
      welcomed();
      world.clock.advance(10_000);
      world.clock.jump(ms);
      world.clock.advance(9_999);
      expect(ends).toEqual([]);
      world.clock.advance(1);
      expect(ends).toEqual(['timed-out']);
    },
  );

  test('a check pings at once and gives five seconds', () => {
    welcomed();
    connection.check(5_000);
    expect(socket.of('ping')).toHaveLength(1);
    world.clock.advance(4_000);
    expect(ends).toEqual([]);
    world.clock.advance(1_000);
    expect(ends).toEqual(['timed-out']);
  });

  test('an answer to a check is life again', () => {
    welcomed();
    connection.check(5_000);
    world.clock.advance(4_000);
    socket.receive({ type: 'pong', n: 1 });
    world.clock.advance(15_000);
    expect(ends).toEqual([]);
  });

  test('a server that accepts and then says nothing is given up after 20 seconds', () => {
    socket.open();
    world.clock.advance(20_000);
    expect(ends).toEqual(['timed-out']);
  });

  test('a connection that does not open is given up after 20 seconds, because slow ones take ten', () => {
    world.clock.advance(19_999);
    expect(ends).toEqual([]);
    world.clock.advance(1);
    expect(ends).toEqual(['timed-out']);
    expect(socket.state).toBe('terminated');
  });
});

describe('the end of a connection', () => {
  test('is told once, whatever comes after it', () => {
    welcomed();
    socket.end(1006);
    socket.end(1006);
    socket.receive({ type: 'ping', n: 1 });
    expect(ends).toEqual(['connection-failed']);
    expect(world.clock.waiting).toBe(0);
  });

  test('is not told to who ended it', () => {
    welcomed();
    connection.close();
    socket.end(1000);
    socket.receive(meetingLeft('REMOVE_PEER'));
    expect(ends).toEqual([]);
    expect(frames).toEqual([]);
    expect(world.clock.waiting).toBe(0);
  });

  test('comes also where no socket can be made at all', () => {
    const broken = {
      ...world.environment,
      connect: () => {
        throw new SyntaxError('not a URL');
      },
    };
    const made = new Connection(broken, 'ws://', hello, {
      onWelcome: () => {},
      onRefused: () => {},
      onFrame: () => {},
      onWaiting: () => {},
      onClosed: (code) => ends.push(code),
    });
    expect(ends).toEqual([]);
    world.clock.advance(0);
    expect(ends).toEqual(['connection-failed']);
    expect(made.open).toBe(false);
  });
});

describe('what comes in', () => {
  test('is passed on in order, also before the welcome, pings left out', () => {
    socket.open();
    socket.receive(removed(), { type: 'pong', n: 1 }, meetingLeft('REMOVE_PEER'));
    expect(frames).toEqual([removed(), meetingLeft('REMOVE_PEER')]);
  });

  test('a refusal carries its code, when to come back, and whether one may unlock', () => {
    socket.open();
    socket.receive(refused('room-locked', { mayUnlock: true, retryAfterMs: 1_500 }));
    expect(refusals).toEqual([
      { error: { code: 'room-locked', detail: 'refused: room-locked', retryAfterMs: 1_500 }, mayUnlock: true },
    ]);
    expect(socket.state).toBe('closed');
    expect(ends).toEqual([]);
  });

  test('a frame of a later version is passed over', () => {
    welcomed();
    socket.receiveText('{"type":"hologram","beam":1}');
    expect(ends).toEqual([]);
    expect(socket.state).toBe('open');
  });

  test.each(['', 'nonsense', '[]', 'null', '{"type":7}', '{"type":"ok"}', '{"type":"ok","id":"x","rev":-1}'])(
    'after %j nothing on the connection is believed any more',
    (text) => {
      welcomed();
      socket.receiveText(text);
      expect(ends).toEqual(['bad-frame']);
      expect(socket.state).toBe('terminated');
    },
  );

  test('whoever is in is not refused any more', () => {
    welcomed();
    socket.receive(refused('barred'));
    expect(refusals).toEqual([]);
    expect(ends).toEqual(['bad-frame']);
  });

  test('a second welcome changes nothing', () => {
    welcomed();
    socket.receive(welcome());
    expect(offsets).toHaveLength(1);
  });
});
