import { describe, expect, test } from 'vitest';

import { createClient } from '#client/createClient.ts';
import { parseInvite } from '#meeting/invite/inviteLink.ts';

import { BEN, meetingLeft, refused, ROOM_ID, SECRET, SERVER, TOKEN_ANSWER, welcome } from './scripted/frames.ts';
import { ACCESS, ME, Player, World } from './scripted/world.ts';

describe('making a room', () => {
  test('asks the server with proofs alone, and gives back all that it takes to get in', async () => {
    const player = new Player();
    const made = player.client.createRoom(SERVER, { hosted: true, key: 'creation-key' });
    await player.world.until(() => player.world.posts.length === 1);
    const [post] = player.world.posts;
    expect(post).toMatchObject({
      url: 'http://127.0.0.1:4100/v1/rooms',
      bearer: 'creation-key',
      body: { identity: expect.any(String), inviteKey: expect.any(String) },
    });
    post?.answer({ status: 201, body: TOKEN_ANSWER });
    const result = await made;
    if (!result.ok) throw new Error('refused');
    expect(result.value.target).toEqual({ server: SERVER, room: ROOM_ID, hosted: true });
    expect(result.value.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(post?.body)).not.toContain(result.value.secret);
    expect(player.phase).toBe('idle');
  });

  test('says why it was refused', async () => {
    const player = new Player();
    const made = player.client.createRoom(SERVER, { hosted: false });
    await player.world.until(() => player.world.posts.length === 1);
    player.world.posts[0]?.answer({ status: 403, body: { code: 'forbidden', message: 'no key' } });
    expect(await made).toEqual({ ok: false, error: { code: 'forbidden', detail: 'no key' } });
  });

  test('does not ask what is no server', async () => {
    const player = new Player();
    expect(await player.client.createRoom('http://x/', { hosted: false })).toMatchObject({
      ok: false,
      error: { code: 'bad-link' },
    });
    expect(player.world.posts).toEqual([]);
  });

  test('needs an identity that is one', async () => {
    const { environment, posts } = new World();
    const client = createClient({ environment, identity: 'short', clientId: 'x' });
    expect(await client.createRoom(SERVER, { hosted: false })).toMatchObject({ error: { code: 'bad-request' } });
    expect(posts).toEqual([]);
  });
});

describe('the invite link', () => {
  test('leads to the meeting, by its own server or by another address of it', () => {
    const { client } = new Player();
    expect(client.inviteLink()).toBeNull();
    client.open(ACCESS);
    const link = client.inviteLink() ?? '';
    expect(parseInvite(link)).toEqual({ ok: true, value: { server: SERVER, room: ROOM_ID, secret: SECRET } });
    expect(client.inviteLink('192.168.1.20:4100')).toBe(`parley://join/192.168.1.20:4100/${ROOM_ID}#${SECRET}`);
  });

  test('is none without a secret', () => {
    const { client } = new Player();
    client.open({ ...ACCESS, secret: null });
    expect(client.inviteLink()).toBeNull();
  });
});

describe('opening', () => {
  test('spells the server in the one way that proofs are made with', () => {
    const player = new Player();
    player.client.open({ ...ACCESS, target: { ...ACCESS.target, server: 'EXAMPLE.org:443' } });
    expect(player.in('preview').target.server).toBe('example.org');
  });

  test('refuses what is no server, and connects to nothing', () => {
    const player = new Player();
    const opened = player.client.open({ ...ACCESS, target: { ...ACCESS.target, server: 'evil@x' } });
    expect(opened).toMatchObject({ ok: false, error: { code: 'bad-link' } });
    player.client.open(ACCESS);
    expect(player.phase).toBe('preview');
    expect([player.world.posts, player.world.sockets]).toEqual([[], []]);
  });

  test('can be taken back', () => {
    const player = new Player();
    player.client.open(ACCESS);
    player.client.cancel();
    expect(player.phase).toBe('idle');
  });
});

test('an idle client is harmless whatever is asked of it', async () => {
  const { client, world } = new Player();
  client.cancel();
  client.dismiss();
  client.released();
  client.nudge();
  expect(await client.join(ME)).toEqual({ ok: false, error: { code: 'wrong-phase' } });
  expect(await client.unlock()).toEqual({ ok: false, error: { code: 'wrong-phase' } });
  expect(client.session).toEqual({ phase: 'idle' });
  expect([world.posts, world.sockets]).toEqual([[], []]);
  await client.dispose(0);
  await client.dispose(0);
});

describe('listeners', () => {
  test('are told in the order in which things happened, also of what one of them causes', async () => {
    const player = new Player();
    const phases: string[] = [];
    player.client.onSession((session) => {
      if (session.phase === 'over' && !session.exit.released) player.client.released();
    });
    player.client.onSession((session) => {
      phases.push(session.phase === 'over' ? `over ${session.exit.released}` : session.phase);
    });
    const socket = await player.join();
    socket.receive(meetingLeft('ROOM_CLOSE'));
    expect(phases).toEqual(['preview', 'joining', 'joined', 'over false', 'over true']);
    expect(player.codes()).toEqual([['meeting-left', 1006]]);
  });

  test('are not told anything while they are being told something', async () => {
    const player = new Player();
    const steps: string[] = [];
    player.client.onSession(({ phase }) => {
      steps.push(`hears ${phase}`);
      if (phase === 'preview') player.client.cancel();
      steps.push(`has heard ${phase}`);
    });
    player.client.open(ACCESS);
    expect(steps).toEqual(['hears preview', 'has heard preview', 'hears idle', 'has heard idle']);
  });

  test('hear of a notice after the session that it belongs to, also where the release comes from one of them', async () => {
    const player = new Player();
    const heard: string[] = [];
    player.client.onSession(({ phase }) => {
      if (phase === 'over') player.client.released();
    });
    player.client.onSession((session) => {
      if (session.phase === 'over') heard.push(`released ${session.exit.released}`);
    });
    player.client.onNotice(({ type }) => heard.push(type));
    const socket = await player.join();
    socket.receive(meetingLeft('ROOM_CLOSE'));
    expect(heard).toEqual(['released false', 'released true', 'meeting-left']);
  });

  test('may give orders as soon as they hear that one is in', async () => {
    const player = new Player();
    const answers: Promise<unknown>[] = [];
    player.client.onSession(({ phase }) => {
      if (phase === 'joined' && answers.length === 0) answers.push(player.client.command({ type: 'lock' }));
    });
    const socket = await player.join();
    const [lock] = socket.of('lock');
    if (lock === undefined) throw new Error('no lock was sent');
    socket.receive({ type: 'ok', id: lock.id, rev: 11 });
    expect(await answers[0]).toEqual({ ok: true, value: 11 });
  });

  test('may give up as soon as they hear that the connection is lost', async () => {
    const player = new Player();
    player.client.onSession(({ phase }) => {
      if (phase === 'reconnecting') player.client.cancel();
    });
    const socket = await player.join();
    socket.end();
    expect(player.exit.reason.code).toBe(1102);
    player.world.clock.advance(0);
    expect(player.world.sockets.filter(({ live }) => live)).toHaveLength(1);
    expect(player.sessions.filter(({ phase }) => phase === 'reconnecting')).toHaveLength(1);
  });

  test('may give up as soon as they hear of the next try', async () => {
    const player = new Player();
    const { world } = player;
    player.client.onSession((session) => {
      if (session.phase === 'reconnecting' && session.attempt === 2) player.client.cancel();
    });
    await player.join();
    (await player.reconnect()).open();
    world.socket.receive(refused('resume-refused'));
    await world.settle();
    expect(player.exit.reason.code).toBe(1102);
    expect(world.posts).toHaveLength(1);
    expect(world.clock.waiting).toBe(0);
  });

  test('may begin anew as soon as they hear that the connection is lost, and begin at one', async () => {
    const player = new Player();
    const { world } = player;
    const lose = async () => {
      await player.reconnect();
      world.socket.open();
      world.socket.receive(welcome({ snapshot: null }));
    };
    await player.join();
    await lose();
    player.client.onSession(({ phase }) => {
      if (phase !== 'reconnecting') return;
      player.client.cancel();
      player.client.released();
      void player.client.join(ME);
    });
    world.socket.end();
    expect(player.client.session).toMatchObject({ phase: 'joining', attempt: 1 });
  });

  test('that throw keep nobody else from hearing', async () => {
    const player = new Player();
    const world = player.world;
    player.client.onSession(() => {
      throw new TypeError('a bug');
    });
    const late: string[] = [];
    const stop = player.client.onSession(({ phase }) => late.push(phase));
    await player.join();
    stop();
    world.socket.receive(meetingLeft('ROOM_CLOSE'));
    expect(late).toEqual(['preview', 'joining', 'joined']);
    expect(world.logged).toContainEqual({ at: 'client', what: 'listener-failed', kind: 'TypeError' });
  });
});

test('each step of a life is one line in the log, with codes and no more', async () => {
  const player = new Player();
  const socket = await player.join();
  socket.receive(meetingLeft('ROOM_CLOSE'));
  player.client.released();
  player.client.dismiss();
  expect(player.world.logged).toEqual([
    { at: 'client', what: 'session-preview' },
    { at: 'client', what: 'session-joining' },
    { at: 'client', what: 'try', by: 'join', attempt: 1 },
    { at: 'client', what: 'session-joined' },
    { at: 'client', what: 'session-over', reason: 1006, error: '', released: false },
    { at: 'client', what: 'session-over', reason: 1006, error: '', released: true },
    { at: 'client', what: 'session-idle' },
  ]);
});

test("the newest ICE servers and the policy are the session's; a welcome without a policy means all", async () => {
  const player = new Player();
  const socket = await player.join(welcome({ iceTransportPolicy: 'relay' }));
  expect(player.in('joined')).toMatchObject({ iceServers: [], iceTransportPolicy: 'relay' });
  const iceServers = [{ urls: ['turn:turn.example.org'], username: '1:x', credential: 'eA==' }];
  socket.receive({ type: 'ice-servers', iceServers });
  expect(player.in('joined')).toMatchObject({ iceServers, iceTransportPolicy: 'relay' });
  const again = await player.reconnect();
  again.open();
  again.receive(welcome({ snapshot: null }));
  expect(player.in('joined')).toMatchObject({ iceServers: [], iceTransportPolicy: 'all' });
});

test('a whole life leaves nothing secret, no name and no address in the log (invariant 12, figure 20)', async () => {
  const player = new Player();
  const { world } = player;
  const socket = await player.join(
    welcome({ iceServers: [{ urls: ['turn:turn.example.org'], username: 'canary-user', credential: 'canary-pass' }] }),
  );
  socket.receive({ type: 'ice-servers', iceServers: [{ urls: [], username: 'canary-new', credential: 'canary-new' }] });
  player.client.signal({ to: BEN, link: 'ana-00000001~ben-00000001' as never, generation: 0, data: 'canary-sdp' });
  await world.settle();
  socket.receiveText('{"type":"canary-frame"}');
  void player.client.command({ type: 'end-room', reason: 'canary-reason', lock: false });
  (await player.reconnect()).end();
  player.client.cancel();
  player.client.released();
  const disposed = player.client.dispose(0);
  world.clock.advance(0);
  await disposed;
  const log = JSON.stringify(world.logged);
  expect(world.logged.length).toBeGreaterThan(8);
  for (const secret of [
    'canary',
    SECRET,
    TOKEN_ANSWER.token,
    welcome().resumeToken,
    'Ana',
    'Ben',
    '127.0.0.1',
    ROOM_ID,
  ]) {
    expect(log).not.toContain(secret);
  }
});
