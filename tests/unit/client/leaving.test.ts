import { beforeEach, describe, expect, test } from 'vitest';

import { DEFAULT_LIMITS } from '#protocol/wire/limits.ts';

import { BEN, events, left, meetingLeft, refused, resumeToken, welcome } from './scripted/frames.ts';
import { ACCESS, ME, Player } from './scripted/world.ts';

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

describe('leaving while joined', () => {
  test('waits for the answer, and is told once everything is released (semantics rule 2)', async () => {
    const { socket } = player.world;
    const answer = player.client.command({ type: 'leave' });
    expect(player.phase).toBe('joined');
    socket.receive({ type: 'ok', id: socket.first('leave').id, rev: 11 }, meetingLeft('MANUAL_LEAVE_CALLED'));
    expect(await answer).toEqual({ ok: true, value: 11 });
    expect(player.exit).toMatchObject({ reason: { code: 1101 }, mine: true, released: false });
    expect(player.notices).toEqual([]);
    player.client.released();
    expect(player.exit.released).toBe(true);
    expect(player.codes()).toEqual([['meeting-left', 1101]]);
    player.client.released();
    expect(player.notices).toHaveLength(1);
    expect(socket.state).toBe('closed');
    player.client.dismiss();
    expect(player.world.clock.waiting).toBe(0);
  });

  test('takes effect here after two seconds where the server does not answer, and is still said there', async () => {
    const { socket, clock } = player.world;
    const answer = player.client.command({ type: 'leave' });
    clock.advance(1_999);
    expect(player.phase).toBe('joined');
    clock.advance(1);
    expect(await answer).toMatchObject({ ok: true });
    expect(player.exit).toMatchObject({ reason: { code: 1101 }, mine: true });
    expect(socket.state).toBe('open');
    socket.receive({ type: 'ok', id: socket.first('leave').id, rev: 11 });
    expect(socket.state).toBe('closed');
    expect(clock.waiting).toBe(0);
  });

  test('takes effect here at once where the connection breaks, and is said by the same id on the next', async () => {
    const { world } = player;
    const answer = player.client.command({ type: 'leave' });
    const { id } = world.socket.first('leave');
    world.socket.end();
    expect(await answer).toMatchObject({ ok: true });
    expect(player.exit.reason.code).toBe(1101);
    world.clock.advance(500);
    world.socket.open();
    world.socket.receive(welcome({ snapshot: null, resumeToken: resumeToken('second') }));
    expect(world.socket.first('leave').id).toBe(id);
    world.socket.receive({ type: 'ok', id, rev: 12 });
    expect(world.clock.waiting).toBe(0);
    expect(player.exit.reason.code).toBe(1101);
  });

  test('that names somebody who can not be host stays, and says why', async () => {
    const { socket, clock } = player.world;
    const answer = player.client.command({ type: 'leave', handOverTo: BEN });
    const { id } = socket.first('leave');
    socket.receive({ type: 'error', id, code: 'no-such-participant', message: 'gone' });
    expect(await answer).toEqual({ ok: false, error: { code: 'no-such-participant', detail: 'gone' } });
    clock.advance(2_000);
    expect(player.phase).toBe('joined');
  });

  test('takes effect here after two seconds, too, where it was answered and the last frame does not come', () => {
    const { socket, clock } = player.world;
    void player.client.command({ type: 'leave' });
    socket.receive({ type: 'ok', id: socket.first('leave').id, rev: 11 });
    clock.advance(2_000);
    expect(player.exit.reason.code).toBe(1101);
    const [, again] = socket.of('leave');
    if (again === undefined) throw new Error('nothing was said');
    socket.receive({ type: 'error', id: again.id, code: 'not-joined', message: 'you are out' });
    expect(socket.state).toBe('closed');
    expect(clock.waiting).toBe(0);
  });

  test('takes effect here, too, where the last frame is lost after the answer', async () => {
    const { socket } = player.world;
    const answer = player.client.command({ type: 'leave' });
    socket.receive({ type: 'ok', id: socket.first('leave').id, rev: 11 });
    expect(await answer).toEqual({ ok: true, value: 11 });
    socket.end();
    expect(player.exit).toMatchObject({ reason: { code: 1101 }, mine: true });
  });
});

describe('leaving while offline (semantics rule 7)', () => {
  test('works at once here, and reaches the server when it can', async () => {
    const { world } = player;
    world.socket.end();
    const answer = player.client.command({ type: 'leave' });
    expect(player.exit).toMatchObject({ reason: { code: 1101 }, mine: true, released: false });
    expect(await answer).toEqual({ ok: true, value: 10 });
    expect(world.sockets).toHaveLength(2);
    world.socket.end();
    world.clock.advance(500);
    expect(world.sockets).toHaveLength(3);
    world.socket.open();
    expect(world.socket.sent).toMatchObject([{ resume: { token: resumeToken('first') } }]);
    world.socket.receive(welcome({ snapshot: null, resumeToken: resumeToken('second') }));
    expect(world.socket.of('ack-resume')).toHaveLength(1);
    world.socket.receive(events(11, left(BEN)), { type: 'ok', id: world.socket.first('leave').id, rev: 12 });
    expect(world.socket.state).toBe('closed');
    expect(world.clock.waiting).toBe(0);
    // What the server says to a session that is over here is not told again.
    expect(player.notices).toEqual([]);
  });

  test('is given up after the grace time, by which the server has put one out by itself', () => {
    const { world } = player;
    world.chance = 0.999;
    world.socket.end();
    void player.client.command({ type: 'leave' });
    for (let second = 0; second < 30; second += 1) {
      if (world.socket.live) world.socket.end();
      world.clock.advance(1_000);
    }
    expect(world.clock.waiting).toBe(0);
    expect(world.sockets.filter(({ live }) => live)).toEqual([]);
    expect(world.logged).toContainEqual({ at: 'client', what: 'farewell', outcome: 'gave-up' });
  });

  test("goes by the server's own grace time", async () => {
    const other = new Player();
    const socket = await other.join(welcome({ limits: { ...DEFAULT_LIMITS, graceMs: 3_000 } }));
    socket.end();
    void other.client.command({ type: 'leave' });
    other.world.clock.advance(2_999);
    expect(other.world.socket.live).toBe(true);
    other.world.clock.advance(1);
    expect(other.world.socket.live).toBe(false);
  });

  test('that was to make somebody host ends where one is out already', () => {
    const { world } = player;
    world.socket.end();
    void player.client.command({ type: 'leave', handOverTo: BEN });
    world.socket.open();
    world.socket.receive(welcome({ snapshot: null }));
    const { id } = world.socket.first('leave');
    world.socket.receive({ type: 'error', id, code: 'not-joined', message: 'you are out' });
    expect(world.socket.of('leave')).toHaveLength(1);
    expect(world.clock.waiting).toBe(0);
  });

  test.each([
    ['does not know the session any more', refused('resume-refused')],
    ['has put it out already', meetingLeft('REMOVE_PEER')],
  ])('ends where the server %s', (_what, answer) => {
    const { world } = player;
    world.socket.end();
    void player.client.command({ type: 'leave' });
    world.socket.open();
    world.socket.receive(answer);
    expect(world.clock.waiting).toBe(0);
    expect(world.socket.live).toBe(false);
    expect(player.exit.reason.code).toBe(1101);
  });

  test('waits out what passes at the server', () => {
    const { world } = player;
    world.socket.end();
    void player.client.command({ type: 'leave' });
    world.socket.open();
    world.socket.receive(refused('unavailable'));
    world.clock.advance(500);
    expect(world.sockets).toHaveLength(3);
  });

  test('lets nobody be host after me where that can not be: what matters is that I am gone', () => {
    const { world } = player;
    world.socket.end();
    void player.client.command({ type: 'leave', handOverTo: BEN });
    world.socket.open();
    world.socket.receive(welcome({ snapshot: null }));
    const first = world.socket.first('leave');
    expect(first.handOverTo).toBe(BEN);
    world.socket.receive({ type: 'error', id: first.id, code: 'no-such-participant', message: 'gone' });
    const [, second] = world.socket.of('leave');
    expect(second).toEqual({ type: 'leave', id: expect.not.stringMatching(first.id) });
  });

  test('takes over the try that is under way', () => {
    const { world } = player;
    world.socket.end();
    world.clock.advance(500);
    world.socket.open();
    void player.client.command({ type: 'leave' });
    expect(world.sockets).toHaveLength(2);
    world.socket.receive(welcome({ snapshot: null }));
    expect(world.socket.first('leave')).toMatchObject({ type: 'leave' });
  });

  test('is silenced by coming back, so that it can not put out who has just come in', async () => {
    const { world } = player;
    world.socket.end();
    void player.client.command({ type: 'leave' });
    const farewell = world.socket;
    player.client.released();
    void player.client.join(ME);
    await world.until(() => world.sockets.length === 3);
    expect(farewell.live).toBe(false);
    world.socket.open();
    world.socket.receive(welcome());
    expect(player.phase).toBe('joined');
    expect(world.sockets.flatMap((socket) => socket.of('leave'))).toEqual([]);
  });
});

describe('giving up on reconnecting', () => {
  test('is an exit with 1102 that is not mine, and the server is told that I am gone', () => {
    const { world } = player;
    world.socket.end();
    player.client.cancel();
    expect(player.exit).toMatchObject({ reason: { code: 1102 }, mine: false, mayRejoin: true });
    world.socket.open();
    world.socket.receive(welcome({ snapshot: null }));
    world.socket.receive({ type: 'ok', id: world.socket.first('leave').id, rev: 11 });
    player.client.released();
    expect(player.codes()).toEqual([['meeting-left', 1102]]);
    player.client.dismiss();
    expect(world.clock.waiting).toBe(0);
  });

  test('is nothing that one can do while joined', () => {
    player.client.cancel();
    expect(player.phase).toBe('joined');
  });
});

describe('disposing of a client', () => {
  test('that is in a meeting leaves it, and is done with the answer', async () => {
    const { socket, clock } = player.world;
    const disposed = player.client.dispose(1_500);
    socket.receive({ type: 'ok', id: socket.first('leave').id, rev: 11 }, meetingLeft('MANUAL_LEAVE_CALLED'));
    await disposed;
    expect(player.phase).toBe('over');
    expect(clock.waiting).toBe(0);
    expect(socket.live).toBe(false);
  });

  test('does not wait longer than it may, and leaves nothing running', async () => {
    const { world } = player;
    const disposed = player.client.dispose(1_500);
    world.clock.advance(1_500);
    await disposed;
    expect(world.sockets.filter(({ live }) => live)).toEqual([]);
    expect(world.clock.waiting).toBe(0);
    expect(player.phase).toBe('over');
  });

  test('while offline tries to say it for as long as it may', async () => {
    const { world } = player;
    world.socket.end();
    const disposed = player.client.dispose(1_500);
    world.socket.open();
    world.socket.receive(welcome({ snapshot: null }));
    world.socket.receive({ type: 'ok', id: world.socket.first('leave').id, rev: 11 });
    await disposed;
    expect(world.clock.waiting).toBe(0);
  });

  test('that joins, or does nothing, is done at once', async () => {
    for (const joins of [false, true]) {
      const other = new Player();
      if (joins) await other.connect();
      await other.client.dispose(1_500);
      expect(other.phase).toBe('idle');
      expect(other.world.clock.waiting).toBe(0);
      expect(other.world.sockets.filter(({ live }) => live)).toEqual([]);
      expect(other.client.open(ACCESS)).toEqual({ ok: false, error: { code: 'wrong-phase' } });
    }
  });
});
