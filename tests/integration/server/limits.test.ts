import { afterEach, expect, test } from 'vitest';

import { startServer, type TestServer, type TestServerOptions } from '#tests/fixtures/server.ts';

import { type Joined, post, secret, TestRoom } from './testRoom.ts';
import { Wire } from './wire.ts';

let server: TestServer;

afterEach(() => server.dispose());

async function meet(options: TestServerOptions): Promise<{ room: TestRoom; ana: Joined; ben: Joined }> {
  server = await startServer(options);
  const room = await TestRoom.create(server.address);
  return { room, ana: await room.host('Ana'), ben: await room.guest('Ben') };
}

const signalTo = (from: Joined, to: Joined, data: string) => ({
  type: 'signal',
  to: to.id,
  link: [from.id, to.id].sort().join('~'),
  generation: 0,
  data,
});

test('messages above the rate are refused under their ids and not carried out; the connection goes on', async () => {
  const { ana, ben } = await meet({ limits: { messagesPerSecond: 1, burst: 10 } });
  for (let index = 0; index < 20; index += 1) ben.wire.send({ type: 'rename', id: `r${index}`, name: `Ben ${index}` });
  const answers = new Map<string, string>();
  while (answers.size < 20) {
    const { id = '', type, code = '' } = await ben.wire.next('ok', 'error');
    answers.set(id, type === 'ok' ? 'ok' : code);
  }
  expect([...answers.values()].filter((answer) => answer === 'rate-limited')).toHaveLength(10);
  await ana.wire.settle();
  expect(ana.wire.events.filter(({ type }) => type === 'participant-renamed')).toHaveLength(10);
  expect(ben.wire.isClosed).toBe(false);
});

test('a flood is closed, as a lost connection: the session can be resumed', async () => {
  const { room, ana, ben } = await meet({});
  for (let index = 0; index < 1_000; index += 1) ben.wire.send({ type: 'ping', n: index });
  expect(await ben.wire.closed).toBe(4013);
  await ana.wire.event('connection-lost');
  const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
  expect((await back.next('welcome', 'refused')).type).toBe('welcome');
});

test('signals are counted apart: they do not use up what commands may', async () => {
  const { ana, ben } = await meet({
    limits: { messagesPerSecond: 1, burst: 5 },
    guards: { signalsPerSecond: 1, signalBurst: 50 },
  });
  for (let index = 0; index < 60; index += 1) ben.wire.send(signalTo(ben, ana, String(index)));
  expect(await ben.wire.command({ type: 'rename', id: 'a', name: 'Ben Zwei' })).toMatchObject({ type: 'ok' });
  expect(ben.wire.frames.filter(({ type, code }) => type === 'error' && code === 'rate-limited')).toHaveLength(10);
  await ana.wire.settle();
  expect(ana.wire.count('signal')).toBe(50);
});

test('who does not read is closed once a mebibyte waits for them; the others notice nothing but the loss', async () => {
  const { ana, ben } = await meet({
    limits: { messagesPerSecond: 100_000, burst: 100_000 },
    guards: { signalsPerSecond: 100_000, signalBurst: 100_000, backlogBytes: 262_144 },
  });
  // Bytes stay in the system's own buffers first; then they wait in the server.
  ben.wire.socket.pause();
  const data = 'x'.repeat(48_000);
  const isLost = () => ana.wire.events.some(({ type }) => type === 'connection-lost');
  for (let sent = 0; !isLost() && sent < 4_000; sent += 1) {
    ana.wire.send(signalTo(ana, ben, data));
    if (sent % 20 === 19) await ana.wire.settle();
  }
  expect(isLost()).toBe(true);
  ben.wire.socket.resume();
  expect([4014, 1006]).toContain(await ben.wire.closed);
  expect(await ana.wire.command({ type: 'rename', id: 'a', name: 'Ana Zwei' })).toMatchObject({ type: 'ok' });
});

test('who falls silent is suspected, shown as lost, and given up; what they say in between brings them back', async () => {
  const { ana, ben } = await meet({ limits: { pingMs: 50, suspectMs: 200, deadMs: 100_000 } });
  ben.wire.answersPings = false;
  const lost = await ana.wire.event('connection-lost');
  expect(lost.participant).toBe(ben.id);
  ben.wire.send({ type: 'pong', n: 0 });
  expect((await ana.wire.event('connection-resumed')).participant).toBe(ben.id);
  expect(ben.wire.isClosed).toBe(false);
});

test('a half-open connection is cut, and its grace time begins only then', async () => {
  const graceMs = 400;
  const { ana, ben } = await meet({ limits: { pingMs: 50, suspectMs: 200, deadMs: 600, graceMs } });
  ben.wire.answersPings = false;
  const lost = await ana.wire.event('connection-lost');
  expect(await ben.wire.closed).toBe(4015);
  const left = await ana.wire.event('participant-left');
  expect(left).toMatchObject({ participant: ben.id, reason: { code: 1001 } });
  // Suspected at 200, given up at 600, out at 1000: 800 after it was shown as lost.
  expect((left.at ?? 0) - (lost.at ?? 0)).toBeGreaterThanOrEqual(600);
});

test('the server pings, and answers pings', async () => {
  const { ana } = await meet({ limits: { pingMs: 20 } });
  const pinged = new Promise((resolve) => {
    ana.wire.socket.on('message', (message: Buffer) => {
      if (message.toString('utf8').includes('"ping"')) resolve(true);
    });
  });
  expect(await pinged).toBe(true);
  ana.wire.send({ type: 'ping', n: 42 });
  expect(await ana.wire.next('pong')).toEqual({ type: 'pong', n: 42 });
});

test('a full room refuses whoever is new, and takes them when somebody left', async () => {
  const { room, ben } = await meet({ limits: { participants: 2 } });
  const { token } = await room.token();
  expect(await room.outcomeOfToken(token)).toBe('room-full');
  ben.wire.send({ type: 'leave', id: 'bye' });
  await ben.wire.closed;
  expect(await room.outcomeOfToken(token)).toBe('welcome');
});

test('after ten failed tokens an address is refused for a while, however good the next one is', async () => {
  const { room, ben } = await meet({});
  const { token } = await room.token();
  for (let index = 0; index < 5; index += 1) {
    const wire = await room.knock('Eve', 'nonsense');
    expect(await wire.next('refused')).toMatchObject({ code: 'bad-token' });
    const exchange = { identity: secret(), inviteKey: secret() };
    const { status, body } = await post(server.address, `/v1/rooms/${room.id}/join-tokens`, exchange);
    expect([status, body.code]).toEqual([403, 'bad-invite']);
  }
  const wire = await room.knock('Eve', token);
  const refusal = await wire.next('refused');
  expect(refusal).toMatchObject({ code: 'rate-limited' });
  expect(refusal.retryAfterMs).toBeGreaterThan(1_700_000);
  const { status, body, headers } = await room.exchange(secret());
  expect([status, body.code]).toEqual([429, 'rate-limited']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(1_700);
  // Whoever holds a place in the meeting does not lose it by what others at the same address do.
  const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
  expect((await back.next('welcome', 'refused')).type).toBe('welcome');
});

test('guessed resume tokens count as failures', async () => {
  const { room, ana } = await meet({ guards: { failures: 3 } });
  const guess = async () => {
    const wire = await room.resume(ana.welcome, 0, secret());
    return (await wire.next('refused', 'welcome')).code;
  };
  expect([await guess(), await guess(), await guess(), await guess()]).toEqual([
    'resume-refused',
    'resume-refused',
    'resume-refused',
    'rate-limited',
  ]);
});

test('failures are forgiven after their time', async () => {
  const { room } = await meet({ guards: { failures: 1, failuresMs: 200 } });
  const { token } = await room.token();
  const wire = await room.knock('Eve', 'nonsense');
  await wire.next('refused');
  await expect.poll(() => room.outcomeOfToken(token)).toBe('welcome');
});

test('one address creates only so many rooms an hour', async () => {
  server = await startServer({ guards: { roomsPerHour: 2 } });
  await TestRoom.create(server.address);
  await TestRoom.create(server.address);
  const { status, body } = await post(server.address, '/v1/rooms', { identity: secret(), inviteKey: secret() });
  expect([status, body.code]).toEqual([429, 'rate-limited']);
});

test('connections that never say hello do not pile up', async () => {
  server = await startServer({ guards: { helloMs: 50 } });
  const wires = await Promise.all(Array.from({ length: 20 }, () => Wire.open(server.address)));
  expect(new Set(await Promise.all(wires.map(({ closed }) => closed)))).toEqual(new Set([4012]));
});
