import { beforeEach, describe, expect, test } from 'vitest';

import type { Access } from '#client/contract.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { RoomId } from '#protocol/ids.ts';

import { BEN, meetingLeft, refused, removed, room, SECRET, TOKEN_ANSWER, welcome } from './scripted/frames.ts';
import { ACCESS, ME, Player, type ScriptedPost } from './scripted/world.ts';

const OTHER: Access = {
  target: { server: 'other.example', room: 'xyz-wvut-srq' as RoomId, hosted: false },
  secret: SECRET,
};

let player: Player;

beforeEach(async () => {
  player = new Player();
  await player.join();
});

/** Answers the newest question for a join token. */
function answer(body: object, status = 200): void {
  asked().answer({ status, body });
}

function asked(): ScriptedPost {
  const post = player.world.posts.at(-1);
  if (post === undefined) throw new Error('nothing was asked');
  return post;
}

/** A switch under way, as far as the question to the other meeting. */
async function switching(way?: Parameters<typeof player.client.switchTo>[1], access = OTHER) {
  player.world.givesTokens = false;
  const posts = player.world.posts.length;
  const switched = player.client.switchTo(access, way);
  await player.world.until(() => player.world.posts.length > posts);
  return { switched };
}

/** The same, let in by the other and out of the first, with everything released. */
async function crossing(way?: Parameters<typeof player.client.switchTo>[1]) {
  const { socket } = player.world;
  const { switched } = await switching(way);
  player.world.givesTokens = true;
  answer(TOKEN_ANSWER);
  await player.world.settle();
  socket.receive({ type: 'ok', id: socket.first('leave').id, rev: 11 }, meetingLeft('SWITCH_ROOM'));
  player.client.released();
  await player.world.settle();
  return { switched };
}

describe('asking the other meeting first', () => {
  test('shows it the proofs for its own server, and leaves nothing meanwhile', async () => {
    await switching();
    expect(asked().url).toBe('https://other.example/v1/rooms/xyz-wvut-srq/join-tokens');
    expect(player.phase).toBe('joined');
    expect(player.world.socket.of('leave')).toEqual([]);
  });

  test.each(['room-locked', 'room-full'] as const)('stays where it is on %s, and is told so', async (refusal) => {
    const { session } = player.client;
    const { switched } = await switching();
    answer({ ...TOKEN_ANSWER, refusal });
    expect(await switched).toEqual({ ok: false, error: { code: refusal } });
    expect(player.client.session).toBe(session);
    expect(player.world.socket.of('leave')).toEqual([]);
    expect(player.notices).toMatchObject([
      { type: 'switch-failed', reason: { code: 1104 }, error: { code: refusal }, stillIn: true },
    ]);
  });

  test.each<[number, ErrorCode]>([
    [403, 'barred'],
    [403, 'bad-invite'],
    [404, 'room-not-found'],
    [503, 'draining'],
  ])('stays where it is on what the endpoint refuses (%i %s)', async (status, code) => {
    const { switched } = await switching();
    answer({ code, message: 'no' }, status);
    expect(await switched).toMatchObject({ ok: false, error: { code } });
    expect(player.phase).toBe('joined');
    expect(player.codes()).toEqual([['switch-failed', 1104]]);
  });

  test('stays where it is where nobody can be asked', async () => {
    const { switched } = await switching();
    asked().fail();
    expect(await switched).toMatchObject({ ok: false, error: { code: 'connection-failed' } });
    expect(player.phase).toBe('joined');
  });

  test('can be given up, which is nothing to tell of', async () => {
    const { switched } = await switching();
    player.client.giveUpSwitch();
    answer(TOKEN_ANSWER);
    expect(await switched).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(player.phase).toBe('joined');
    expect(player.notices).toEqual([]);
    expect(player.world.socket.of('leave')).toEqual([]);
  });

  test('comes to nothing where I was removed meanwhile: one exit, with its own reason (semantics rule 1)', async () => {
    const { socket } = player.world;
    const { switched } = await switching();
    socket.receive(removed(), meetingLeft('REMOVE_PEER'));
    answer(TOKEN_ANSWER);
    expect(await switched).toEqual({ ok: false, error: { code: 'cancelled' } });
    player.client.released();
    expect(player.exit.reason.code).toBe(1002);
    expect(player.codes()).toEqual([
      ['removed-from-room', false],
      ['meeting-left', 1002],
    ]);
  });
});

describe('a switch', () => {
  test('leaves, releases, and only then opens the other preview', async () => {
    const { socket } = player.world;
    const { switched } = await switching({ handOverTo: BEN });
    answer(TOKEN_ANSWER);
    await player.world.settle();
    const leave = socket.first('leave');
    expect(leave).toMatchObject({ switching: true, handOverTo: BEN });
    socket.receive({ type: 'ok', id: leave.id, rev: 11 }, meetingLeft('SWITCH_ROOM'));
    await player.world.settle();
    expect(player.exit).toMatchObject({ reason: { code: 1005 }, mine: true, released: false });
    player.client.released();
    expect(await switched).toEqual({ ok: true, value: null });
    expect(player.in('preview').target).toEqual(OTHER.target);
    expect(player.codes()).toEqual([['meeting-left', 1005]]);
    expect(player.sessions.map(({ phase }) => phase).slice(-3)).toEqual(['over', 'over', 'preview']);
  });

  test('stays where the handing over is refused', async () => {
    const { socket } = player.world;
    const { switched } = await switching({ handOverTo: BEN });
    answer(TOKEN_ANSWER);
    await player.world.settle();
    socket.receive({ type: 'error', id: socket.first('leave').id, code: 'no-such-participant', message: 'gone' });
    expect(await switched).toMatchObject({ ok: false, error: { code: 'no-such-participant' } });
    expect(player.phase).toBe('joined');
    expect(player.codes()).toEqual([['switch-failed', 1104]]);
  });

  test('is an end where the end of the meeting was faster than my leave (semantics rule 1)', async () => {
    const { socket } = player.world;
    const { switched } = await switching();
    answer(TOKEN_ANSWER);
    await player.world.settle();
    socket.receive(removed({ roomWasEnded: true }), meetingLeft('REMOVE_ALL'));
    player.client.released();
    expect(await switched).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(player.exit.reason.code).toBe(1008);
    expect(player.codes()).toEqual([
      ['removed-from-room', true],
      ['meeting-left', 1008],
    ]);
  });

  test('goes straight in where told to, with nothing on', async () => {
    const { switched } = await crossing({ joinAs: 'Ana' });
    expect(player.in('joining').target).toEqual(OTHER.target);
    await player.world.until(() => player.world.sockets.length === 2);
    const { socket } = player.world;
    socket.open();
    expect(socket.of('hello')).toMatchObject([
      { room: OTHER.target.room, name: 'Ana', media: { microphone: false, camera: false, screen: false } },
    ]);
    socket.receive(welcome({ snapshot: room({ id: OTHER.target.room }) }));
    expect(await switched).toEqual({ ok: true, value: null });
    expect(player.in('joined')).toMatchObject({ target: OTHER.target });
    expect(player.client.inviteLink()).toContain('other.example/xyz-wvut-srq');
  });

  test('is refused outside, to the meeting that I am in, twice at once, and to no address', async () => {
    const { client } = player;
    expect(await client.switchTo(ACCESS)).toMatchObject({ ok: false, error: { code: 'already-joined' } });
    const nowhere = { ...OTHER, target: { ...OTHER.target, server: 'no server' } };
    expect(await client.switchTo(nowhere)).toMatchObject({ ok: false, error: { code: 'bad-link' } });
    await switching();
    expect(await client.switchTo(OTHER)).toMatchObject({ ok: false, error: { code: 'wrong-phase' } });
    expect(await new Player().client.switchTo(OTHER)).toMatchObject({ ok: false, error: { code: 'wrong-phase' } });
  });
});

/** The same, refused by the other after all. */
async function failed() {
  const { switched } = await crossing({ joinAs: 'Ana' });
  await player.world.until(() => player.world.sockets.length === 2);
  player.world.socket.open();
  player.world.socket.receive(refused('room-locked'));
  return await switched;
}

describe('a switch that fails after the first meeting was left', () => {
  test('is over with 1104, told once after its release, and names both meetings', async () => {
    expect(await failed()).toMatchObject({ ok: false, error: { code: 'room-locked' } });
    expect(player.in('over').target).toEqual(ACCESS.target);
    expect(player.exit).toMatchObject({
      reason: { code: 1104 },
      error: { code: 'room-locked' },
      sought: OTHER.target,
      mine: false,
      mayRejoin: true,
    });
    expect(player.codes()).toEqual([['meeting-left', 1005]]);
    player.client.released();
    expect(player.codes()).toEqual([
      ['meeting-left', 1005],
      ['switch-failed', 1104],
    ]);
  });

  test('can be undone: joining leads back to the meeting that was left', async () => {
    await failed();
    player.client.released();
    expect(player.client.inviteLink()).toContain(ACCESS.target.room);
    const joined = player.client.join(ME);
    await player.world.until(() => player.world.sockets.length === 3);
    const { socket } = player.world;
    socket.open();
    socket.receive(welcome());
    await joined;
    expect(socket.of('hello')).toMatchObject([{ room: ACCESS.target.room }]);
    expect(player.in('joined').target).toEqual(ACCESS.target);
    expect(player.client.inviteLink()).toContain(ACCESS.target.room);
  });
});

describe('the leave for another meeting', () => {
  test('for another meeting says so, and is over with 1005, answered or not', async () => {
    const { socket, clock } = player.world;
    const answer = player.client.command({ type: 'leave', switching: true });
    expect(socket.first('leave')).toMatchObject({ switching: true });
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
    const { id } = socket.first('leave');
    socket.receive({ type: 'error', id, code: 'no-such-participant', message: 'gone' });
    const again = socket.of('leave').at(-1);
    expect(again).toMatchObject({ switching: true });
    expect(again).not.toHaveProperty('handOverTo');
    expect(again?.id).not.toBe(id);
  });
});
