import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, post, TestRoom } from './testRoom.ts';
import type { Frame, Wire } from './wire.ts';

let server: TestServer;
let room: TestRoom;
let ana: Joined;
let count = 0;

beforeEach(async () => {
  server = await startServer({ storage: 'sqlite', limits: { graceMs: 2_000 } });
  room = await TestRoom.create(server.address);
  ana = await room.host('Ana');
  await order({ type: 'set-lobby', on: true });
});

afterEach(() => server.dispose());

/** A command of Ana's, unless somebody else is named. */
async function order(command: Frame, by = ana): Promise<Frame> {
  count += 1;
  return by.wire.command({ ...command, id: `order-${count}` });
}

interface Waiting {
  readonly wire: Wire;
  readonly proof: string;
  readonly principal: string;
  readonly since: number;
}

/** Says hello and is told to wait. */
async function waits(name: string, as: { readonly proof?: string; readonly more?: object } = {}): Promise<Waiting> {
  const wire = await knock(name, as);
  const waiting = await wire.wire.next('waiting', 'welcome', 'refused');
  expect(waiting).toMatchObject({ type: 'waiting' });
  return { ...wire, since: waiting.since as number };
}

async function knock(name: string, { proof, more = {} }: { readonly proof?: string; readonly more?: object } = {}) {
  const identity = proof ?? (await room.token()).proof;
  const { body } = await ask(identity, 'appeal' in more);
  const wire = await room.knockAs({ ...room.hello(body.token as string, name), ...more });
  return { wire, proof: identity, principal: body.principal as string };
}

const ask = (identity: string, appeal = false) =>
  post(server.address, `/v1/rooms/${room.id}/join-tokens`, {
    identity,
    inviteKey: room.inviteKey,
    ...(appeal && { appeal: true }),
  });

describe('waiting', () => {
  test('is answered at the hello, seen by who lets people in, and ended by being let in', async () => {
    const ben = await waits('Ben');
    const knocked = await ana.wire.event('knocked');
    expect(knocked).toMatchObject({ principal: ben.principal, name: 'Ben', at: ben.since });
    expect(await order({ type: 'admit', principal: ben.principal })).toMatchObject({ type: 'ok' });
    const welcome = await ben.wire.next('welcome');
    expect(Object.values(welcome.snapshot?.participants ?? {}).map(({ name }) => name)).toEqual(['Ana', 'Ben']);
    expect(await ana.wire.event('participant-joined')).toMatchObject({ participant: { name: 'Ben' } });
  });

  test('tells nothing of the room (CVE-2024-33530), however long and whatever is asked', async () => {
    const ben = await waits('Ben');
    await order({ type: 'rename', name: 'Ana Maria' });
    ben.wire.send({ type: 'get-snapshot' });
    ben.wire.send({ type: 'rename', id: 'r', name: 'Benedict' });
    expect(await ben.wire.next('error')).toMatchObject({ code: 'not-joined' });
    expect(await ben.wire.next('error')).toMatchObject({ code: 'not-joined', id: 'r' });
    const other = await room.guestPast(ana, 'Cid');
    other.wire.send({
      type: 'signal',
      to: ben.principal,
      link: `${other.id}~${ben.principal}`,
      generation: 1,
      data: '',
    });
    await ben.wire.settle();
    const told = JSON.stringify(ben.wire.frames);
    expect([...new Set(ben.wire.frames.map(({ type }) => type))].sort()).toEqual(['error', 'pong', 'waiting']);
    for (const secret of ['Ana', 'Cid', ana.id, 'snapshot', 'inviteHash']) expect(told).not.toContain(secret);
  });

  test('is known to nobody who does not let people in: not by name, not by id, without a number missing', async () => {
    const cid = await room.guestPast(ana, 'Cid');
    const ben = await waits('Ben');
    await order({ type: 'refuse-entry', principal: ben.principal, reason: 'Not today', bar: false });
    await ben.wire.next('refused');
    await order({ type: 'rename', name: 'Ana Maria' });
    await cid.wire.event('participant-renamed');
    expect(cid.wire.events.filter(({ type }) => type === 'unseen').length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(cid.wire.frames)).not.toMatch(/Ben|Not today/);
    expect(JSON.stringify(cid.wire.frames)).not.toContain(ben.principal);
    const revs = cid.wire.frames.flatMap(({ type, rev = 0, events = [] }) =>
      type === 'events' ? events.map((_event, index) => rev + index) : [],
    );
    expect(revs).toEqual(revs.map((_rev, index) => (revs[0] ?? 0) + index));
    cid.wire.send({ type: 'get-snapshot' });
    expect((await cid.wire.next('snapshot')).snapshot).not.toHaveProperty('turnedAway');
  });

  test('comes into sight with the role that lets people in, also for who resumes after it', async () => {
    const cid = await room.guestPast(ana, 'Cid');
    const ben = await waits('Ben');
    await order({ type: 'leave', handOverTo: cid.id });
    const { snapshot } = await cid.wire.next('snapshot');
    expect(snapshot?.waiting).toMatchObject({ [ben.principal]: { name: 'Ben' } });
    const resumed = await room.resume(cid.welcome, cid.welcome.rev as number);
    expect((await resumed.next('welcome')).snapshot?.waiting).toMatchObject({ [ben.principal]: { name: 'Ben' } });
    resumed.send({ type: 'admit', id: 'let-in', principal: 'all' });
    await ben.wire.next('welcome');
  });

  test('never concerns the host, nor who was in and left or was lost, but who was removed', async () => {
    const ben = await room.guestPast(ana, 'Ben');
    await order({ type: 'leave' }, ben);
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
    const again = await room.guest('Ben', ben.proof);
    await order({ type: 'remove', participant: again.id, reason: '', bar: false });
    await waits('Ben', { proof: ben.proof });
    await order({ type: 'leave' });
    expect(await room.outcomeOfJoin(room.hostProof)).toBe('welcome');
  });

  test('is answered by the HTTP side, too, before anybody joins', async () => {
    const { body } = await ask((await room.token()).proof);
    expect(body).toMatchObject({ refusal: null, mustWait: true });
    const { body: host } = await ask(room.hostProof);
    expect(host).not.toHaveProperty('mustWait');
  });
});

describe('not being let in', () => {
  test('is told with who, and in which words', async () => {
    const ben = await waits('Ben');
    await order({ type: 'refuse-entry', principal: ben.principal, reason: 'Not today', bar: false });
    expect(await ben.wire.next('refused')).toMatchObject({
      code: 'not-admitted',
      by: { participant: ana.id, name: 'Ana' },
      note: 'Not today',
    });
    expect(await ben.wire.closed).toBe(4000);
  });

  test('with bar is for good, and an appeal can be made once', async () => {
    const ben = await waits('Ben');
    await order({ type: 'refuse-entry', principal: ben.principal, reason: '', bar: true });
    expect(await ben.wire.next('refused')).toMatchObject({ code: 'not-admitted', mayAppeal: true });
    expect(await ask(ben.proof)).toMatchObject({ status: 403, body: { code: 'barred', mayAppeal: true } });
    const appeal = await waits('Ben', { proof: ben.proof, more: { appeal: 'Sorry' } });
    expect(await ana.wire.nextThat(hasEvent('knocked', { appeal: 'Sorry' }), 'the appeal')).toBeDefined();
    await order({ type: 'refuse-entry', principal: ben.principal, reason: 'No', bar: false });
    expect(await appeal.wire.next('refused')).not.toHaveProperty('mayAppeal');
    expect(await ask(ben.proof, true)).toMatchObject({ status: 403, body: { code: 'barred', mayAppeal: false } });
  });

  test('of somebody barred is undone by letting them in', async () => {
    const ben = await room.guestPast(ana, 'Ben');
    await order({ type: 'remove', participant: ben.id, reason: '', bar: true });
    const appeal = await waits('Ben', { proof: ben.proof, more: { appeal: 'Sorry' } });
    await order({ type: 'admit', principal: appeal.principal });
    const { snapshot } = await appeal.wire.next('welcome');
    expect(snapshot?.barred).toEqual({});
  });

  test.each([
    ['lock', { type: 'lock' }, 'room-locked'],
    ['end', { type: 'end-room', reason: '', lock: false }, 'room-ended'],
  ])('comes with the %s of the room, too', async (_what, command, code) => {
    const ben = await waits('Ben');
    await order(command);
    expect(await ben.wire.next('refused')).toMatchObject({ code });
  });

  test('because too many wait', async () => {
    await server.dispose();
    server = await startServer({ guards: { waiting: 1 }, lobby: true });
    room = await TestRoom.create(server.address);
    await waits('Ben');
    const cid = await knock('Cid');
    expect(await cid.wire.next('refused')).toMatchObject({ code: 'lobby-full' });
  });
});

test('whoever is sent back to the lobby is told so, is out, and waits when they come again', async () => {
  const ben = await room.guestPast(ana, 'Ben');
  await order({ type: 'send-to-lobby', participant: ben.id, reason: 'A moment' });
  expect(await ben.wire.next('removed-from-room')).toMatchObject({
    reason: 'A moment',
    roomWasEnded: false,
    peerWhoRemoved: { name: 'Ana' },
    locked: false,
    toLobby: true,
  });
  expect(await ben.wire.next('meeting-left')).toMatchObject({ reason: { code: 1002 } });
  await waits('Ben', { proof: ben.proof });
});

test('switching the lobby off lets in all who wait, and letting in all lets in all', async () => {
  const waiting = [await waits('Ben'), await waits('Cid')];
  await order({ type: 'set-lobby', on: false });
  for (const { wire } of waiting) expect(await wire.next('welcome')).toBeDefined();
  await order({ type: 'set-lobby', on: true });
  const more = [await waits('Dan'), await waits('Eve')];
  await order({ type: 'admit', principal: 'all' });
  for (const { wire } of more) await wire.next('welcome');
});

describe('a wait', () => {
  test('that is cancelled is withdrawn at once', async () => {
    const ben = await waits('Ben');
    ben.wire.send({ type: 'withdraw' });
    expect(await ben.wire.closed).toBe(4001);
    expect(await ana.wire.event('knock-withdrawn')).toMatchObject({ principal: ben.principal, cause: 'cancelled' });
  });

  test('whose connection is lost keeps its place for the grace time, and is withdrawn then', async () => {
    const ben = await waits('Ben');
    ben.wire.socket.terminate();
    const back = await waits('Ben', { proof: ben.proof, more: { waitingSince: ben.since } });
    expect(back.since).toBe(ben.since);
    expect(ana.wire.events.filter(({ type }) => type === 'knocked')).toHaveLength(1);
    back.wire.socket.terminate();
    expect(await ana.wire.event('knock-withdrawn')).toMatchObject({ principal: ben.principal, cause: 'lost' });
  });

  test('is on the newest device only', async () => {
    const ben = await waits('Ben');
    const other = await waits('Ben', { proof: ben.proof });
    expect(await ben.wire.next('refused')).toMatchObject({ code: 'waiting-elsewhere' });
    await order({ type: 'admit', principal: ben.principal });
    await other.wire.next('welcome');
  });

  test.each([
    ['let in', { type: 'admit' }, 'welcome', undefined],
    ['turned away', { type: 'refuse-entry', reason: 'No', bar: false }, 'refused', 'not-admitted'],
  ])('that was %s while the connection was lost is told so on return', async (_what, command, type, code) => {
    const ben = await waits('Ben');
    ben.wire.socket.terminate();
    await ben.wire.closed;
    await order({ ...command, principal: ben.principal });
    const back = await knock('Ben', { proof: ben.proof, more: { waitingSince: ben.since } });
    expect(await back.wire.next('welcome', 'refused', 'waiting')).toMatchObject({ type, ...(code && { code }) });
  });

  test('outlasts a restart for who comes back, and leaves no ghost of who does not', async () => {
    const [ben, cid] = [await waits('Ben'), await waits('Cid')];
    await server.restart();
    const host = await room.resume(ana.welcome, 0);
    const { snapshot } = await host.next('welcome');
    expect(Object.keys(snapshot?.waiting ?? {})).toEqual([ben.principal, cid.principal]);
    const back = await waits('Ben', { proof: ben.proof, more: { waitingSince: ben.since } });
    expect(back.since).toBe(ben.since);
    expect(await host.event('knock-withdrawn')).toMatchObject({ principal: cid.principal, cause: 'lost' });
    host.send({ type: 'admit', id: 'after', principal: ben.principal });
    await back.wire.next('welcome');
  });

  // Which of the two comes first where both are under way is lobbyRace.test.ts's.
  test('that is withdrawn before its answer was nobody’s: the answer is refused', async () => {
    const ben = await waits('Ben');
    ben.wire.send({ type: 'withdraw' });
    await ana.wire.event('knock-withdrawn');
    expect(await order({ type: 'admit', principal: ben.principal })).toMatchObject({ code: 'not-waiting' });
    expect(await ben.wire.closed).toBe(4001);
    expect(ben.wire.count('welcome')).toBe(0);
    await expectAlone();
  });

  test('that is answered before it is withdrawn has ended: who was let in is in, until they leave', async () => {
    const ben = await waits('Ben');
    expect(await order({ type: 'admit', principal: ben.principal })).toMatchObject({ type: 'ok' });
    ben.wire.send({ type: 'withdraw' });
    await ben.wire.next('welcome');
    expect(await ben.wire.command({ type: 'leave', id: 'after-all' })).toMatchObject({ type: 'ok' });
    expect(ana.wire.events.some(({ type }) => type === 'knock-withdrawn')).toBe(false);
    await ana.wire.event('participant-left');
    await expectAlone();
  });
});

const hasEvent =
  (type: string, fields: Readonly<Record<string, unknown>>) =>
  ({ events = [] }: Frame): boolean =>
    events.some((event) => event.type === type && Object.entries(fields).every(([key, value]) => event[key] === value));

/** In the room is Ana, and nobody waits. */
async function expectAlone(): Promise<void> {
  ana.wire.send({ type: 'get-snapshot' });
  const { snapshot } = await ana.wire.next('snapshot');
  expect(snapshot?.waiting).toEqual({});
  expect(Object.values(snapshot?.participants ?? {})).toMatchObject([{ name: 'Ana', connection: 'live' }]);
}
