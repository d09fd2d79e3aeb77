import { afterEach, beforeEach, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, post, TestRoom } from './testRoom.ts';

let server: TestServer;
let room: TestRoom;
let ana: Joined;
let ben: Joined;

beforeEach(async () => {
  server = await startServer({ storage: 'sqlite' });
  room = await TestRoom.create(server.address);
  ana = await room.host('Ana');
  ben = await room.guest('Ben');
});

afterEach(() => server.dispose());

const comeBack = async ({ welcome }: Joined, rev = welcome.rev ?? 0) => {
  const wire = await room.resume(welcome, rev);
  return { wire, welcome: await wire.next('welcome', 'refused', 'meeting-left') };
};

test('after a restart everybody is back in the room without a leave being seen', async () => {
  await server.restart();
  const [anaBack, benBack] = [await comeBack(ana), await comeBack(ben)];
  expect([anaBack.welcome.type, benBack.welcome.type]).toEqual(['welcome', 'welcome']);
  await anaBack.wire.nextThat(
    ({ type, events }) =>
      type === 'events' && events?.at(-1)?.type === 'connection-resumed' && events.at(-1)?.participant === ben.id,
    'the return of Ben',
  );
  expect(await benBack.wire.command({ type: 'rename', id: 'a', name: 'Ben Again' })).toMatchObject({ type: 'ok' });
  await anaBack.wire.event('participant-renamed');
  for (const wire of [anaBack.wire, benBack.wire]) {
    const types = new Set(wire.events.map(({ type }) => type));
    expect([...types].sort()).toEqual(expect.not.arrayContaining(['participant-left', 'participant-joined']));
  }
  expect(server.server.rooms()).toBe(1);
});

test('whoever does not come back after a restart is out once the grace time has passed', async () => {
  await server.restart({ limits: { graceMs: 3_000 } });
  const { wire } = await comeBack(ana);
  const left = await wire.event('participant-left');
  expect(left).toMatchObject({ participant: ben.id, reason: { code: 1001 } });
});

test('a meeting to which nobody returns is closed by itself', async () => {
  await server.dispose();
  server = await startServer({ storage: 'sqlite', limits: { graceMs: 50 }, emptyCloseMs: 50 });
  room = await TestRoom.create(server.address);
  await room.host('Ana');
  await server.restart();
  await expect.poll(() => server.logged.some(({ event }) => event === 'room-closed')).toBe(true);
  expect(server.server.rooms()).toBe(0);
});

test('a lock holds over a restart, and lifting it does too (invariant 2)', async () => {
  await ana.wire.command({ type: 'lock', id: 'a' });
  const { token } = await room.token();
  await server.restart();
  expect(await room.outcomeOfToken(token)).toBe('room-locked');
  const unlocked = await post(server.address, `/v1/rooms/${room.id}/unlock`, { identity: room.hostProof });
  expect(unlocked.status).toBe(204);
  await server.restart();
  expect(await room.outcomeOfToken(token)).toBe('welcome');
});

test('an end holds over a restart: the incarnation does not come back (invariant 3)', async () => {
  await ana.wire.command({ type: 'end-room', id: 'a', reason: 'done', lock: false });
  await server.restart();
  expect((await comeBack(ben)).welcome).toMatchObject({ type: 'meeting-left', reason: { code: 1008 } });
  const anew = await room.guest('Ben', ben.proof);
  expect(anew.welcome.incarnation).not.toBe(ben.welcome.incarnation);
  expect(Object.keys(anew.welcome.snapshot?.participants ?? {})).toEqual([anew.id]);
});

test('a locked end is refused to everybody after a restart', async () => {
  await ana.wire.command({ type: 'end-room', id: 'a', reason: 'done', lock: true });
  await server.restart();
  expect(await room.outcomeOfJoin(ben.proof)).toBe('room-locked');
  const wire = await room.knock('Ana', (await room.token(ana.proof)).token);
  expect(await wire.next('refused')).toMatchObject({ code: 'room-locked', mayUnlock: true });
});

test('a bar holds over a restart, for every credential (invariant 5)', async () => {
  await ana.wire.command({ type: 'remove', id: 'a', participant: ben.id, reason: '', bar: true });
  await server.restart();
  expect(await room.outcomeOfToken(ben.token)).toBe('barred');
  expect(await room.outcomeOfJoin(ben.proof)).toBe('barred');
  const { wire } = await comeBack(ben);
  await wire.closed;
  expect(wire.frames.map(({ type }) => type)).toEqual(['removed-from-room', 'meeting-left']);
});

test('the answers to end, remove and lock are kept: the same id has no second effect after a restart', async () => {
  const answer = await ana.wire.command({ type: 'lock', id: 'a' });
  await server.restart();
  const { wire } = await comeBack(ana);
  expect(await wire.command({ type: 'lock', id: 'a' })).toEqual(answer);
  expect(await wire.command({ type: 'lock', id: 'b' })).toMatchObject({ code: 'already-locked' });
});

test('what the log no longer holds after a restart, the client is not left with: it gets a snapshot', async () => {
  const ahead = (ben.welcome.rev ?? 0) + 3;
  await server.restart();
  const { wire } = await comeBack(ana);
  // Others come and go until the log is longer than what the client claims to have.
  for (let index = 0; index < 4; index += 1)
    await wire.command({ type: 'rename', id: `r${index}`, name: `Ana ${index}` });
  const { welcome } = await comeBack(ben, ahead);
  expect(welcome.snapshot).toMatchObject({ phase: 'open', rev: welcome.rev });
});

test('a session taken over before the restart stays over after it', async () => {
  const device = await room.guest('Ben', ben.proof);
  await server.restart();
  expect((await comeBack(ben)).welcome).toMatchObject({ type: 'meeting-left', reason: { code: 1011 } });
  expect((await comeBack(device)).welcome.type).toBe('welcome');
});
