import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';
import type { Wire } from './wire.ts';

const revOf = ({ welcome }: Joined) => welcome.rev ?? 0;

const refused = async (wire: Wire) => {
  const answer = await wire.next('refused', 'welcome');
  return answer.type === 'refused' ? answer.code : 'welcome';
};

describe.each(['memory', 'sqlite'] as const)('resuming, kept in %s', (storage) => {
  let server: TestServer;
  let room: TestRoom;
  let ana: Joined;
  let ben: Joined;

  beforeEach(async () => {
    server = await startServer({ storage });
    room = await TestRoom.create(server.address);
    ana = await room.host('Ana');
    ben = await room.guest('Ben');
  });

  afterEach(() => server.dispose());

  const drop = async ({ wire }: Joined) => {
    wire.socket.terminate();
    await ana.wire.event('connection-lost');
  };

  test('within the grace time nobody sees a leave, and the missed events follow', async () => {
    await drop(ben);
    await ana.wire.command({ type: 'rename', id: 'a', name: 'Ana Zwei' });
    const back = await room.resume(ben.welcome, revOf(ben));
    const welcome = await back.next('welcome');
    expect(welcome).toMatchObject({
      snapshot: null,
      rev: revOf(ben),
      participantId: ben.id,
      sessionId: ben.welcome.sessionId,
    });
    await ana.wire.event('connection-resumed');
    const { rev, events } = await back.next('events');
    expect(rev).toBe(revOf(ben) + 1);
    expect(events?.map(({ type }) => type)).toEqual(['connection-lost', 'participant-renamed', 'connection-resumed']);
    expect(await back.command({ type: 'rename', id: 'b', name: 'Ben Zwei' })).toMatchObject({ type: 'ok' });
    await ana.wire.settle();
    expect(ana.wire.events.map(({ type }) => type)).not.toContain('participant-left');
  });

  test('whoever is up to date gets a welcome and nothing else', async () => {
    await drop(ben);
    const back = await room.resume(ben.welcome, revOf(ben) + 1);
    await back.next('welcome');
    const { events } = await back.next('events');
    expect(events?.map(({ type }) => type)).toEqual(['connection-resumed']);
    await back.settle();
    expect(back.frames.filter(({ type }) => type !== 'pong').map(({ type }) => type)).toEqual(['welcome', 'events']);
  });

  test('a connection that comes back while the old one still stands replaces it, unseen', async () => {
    const back = await room.resume(ben.welcome, revOf(ben));
    await back.next('welcome');
    expect(await ben.wire.closed).toBe(4016);
    expect(ben.wire.count('meeting-left')).toBe(0);
    await ana.wire.settle();
    expect(ana.wire.events.map(({ type }) => type)).toEqual(['participant-joined']);
  });

  test.each([
    ['from before it joined', () => 1],
    ['ahead of the log', (rev: number) => rev + 1000],
  ])('a client whose rev is %s gets a snapshot', async (_what, revFrom) => {
    await drop(ben);
    const back = await room.resume(ben.welcome, revFrom(revOf(ben)));
    const welcome = await back.next('welcome');
    expect(welcome.snapshot).toMatchObject({ rev: welcome.rev, phase: 'open' });
    expect(welcome.snapshot?.participants[ben.id]).toMatchObject({ connection: 'live' });
  });

  test('a client that missed more than is kept at hand gets a snapshot', async () => {
    await server.dispose();
    server = await startServer({ storage, limits: { messagesPerSecond: 100_000, burst: 100_000 } });
    room = await TestRoom.create(server.address);
    ana = await room.host('Ana');
    ben = await room.guest('Ben');
    await drop(ben);
    const names = Array.from({ length: 1_500 }, (_, index) => `Ana ${index}`);
    for (const [index, name] of names.entries()) ana.wire.send({ type: 'rename', id: `r${index}`, name });
    await ana.wire.nextThat(({ type, id }) => type === 'ok' && id === 'r1499', 'the last answer');
    const back = await room.resume(ben.welcome, revOf(ben));
    const { snapshot } = await back.next('welcome');
    expect(snapshot?.participants[ana.id]?.name).toBe('Ana 1499');
  });

  describe('the resume token', () => {
    test('is exchanged for a new one each time', async () => {
      const first = await (await room.resume(ben.welcome, revOf(ben))).next('welcome');
      expect(first.resumeToken).not.toBe(ben.welcome.resumeToken);
      const second = await (await room.resume(first, revOf(ben))).next('welcome');
      expect(second.resumeToken).not.toBe(first.resumeToken);
    });

    test('stays good until the next one is acknowledged, because the welcome can be lost', async () => {
      await (await room.resume(ben.welcome, revOf(ben))).next('welcome');
      const again = await room.resume(ben.welcome, revOf(ben));
      const welcome = await again.next('welcome');
      again.send({ type: 'ack-resume', token: welcome.resumeToken });
      await again.settle();
      expect(await refused(await room.resume(ben.welcome, revOf(ben)))).toBe('resume-refused');
      expect(await refused(await room.resume(welcome, revOf(ben)))).toBe('welcome');
    });

    test('that came in a welcome which was never acknowledged is dead when the one before was used again', async () => {
      const lost = await (await room.resume(ben.welcome, revOf(ben))).next('welcome');
      await (await room.resume(ben.welcome, revOf(ben))).next('welcome');
      expect(await refused(await room.resume(lost, revOf(ben)))).toBe('resume-refused');
    });

    test('of somebody else, or made up, is refused', async () => {
      const forged = { ...ben.welcome, resumeToken: ana.welcome.resumeToken } as typeof ben.welcome;
      expect(await refused(await room.resume(forged, 0))).toBe('resume-refused');
      const made = { ...ben.welcome, sessionId: 'made-up-session-id' };
      expect(await refused(await room.resume(made, 0))).toBe('resume-refused');
      await ana.wire.settle();
      expect(ana.wire.isClosed).toBe(false);
    });

    test('is refused where the room that is named is another', async () => {
      const other = await TestRoom.create(server.address);
      expect(await refused(await other.resume(ben.welcome, revOf(ben)))).toBe('wrong-room');
    });

    test('that is acknowledged wrongly is complained about', async () => {
      ben.wire.send({ type: 'ack-resume', token: 'x'.repeat(43) });
      expect(await ben.wire.next('error')).toMatchObject({ code: 'bad-frame' });
      expect(await refused(await room.resume(ben.welcome, revOf(ben)))).toBe('welcome');
    });
  });

  test('a command sent again after a lost connection has no second effect', async () => {
    const rename = { type: 'rename', id: 'once', name: 'Ben Once' };
    const answer = await ben.wire.command(rename);
    const back = await room.resume(ben.welcome, revOf(ben));
    await back.next('welcome');
    expect(await back.command(rename)).toEqual(answer);
    await ana.wire.settle();
    expect(ana.wire.events.filter(({ type }) => type === 'participant-renamed')).toHaveLength(1);
  });

  test('a locked or full room is no hindrance to whoever holds a place in it', async () => {
    await ana.wire.command({ type: 'lock', id: 'a' });
    await drop(ben);
    const back = await room.resume(ben.welcome, revOf(ben));
    expect((await back.next('welcome', 'refused')).type).toBe('welcome');
    expect(await room.outcomeOfJoin(ben.proof)).toBe('welcome');
  });

  test('rights are read anew: who was made host while away is host on return (invariant 6)', async () => {
    await drop(ben);
    await ana.wire.command({ type: 'leave', id: 'bye', handOverTo: ben.id });
    const back = await room.resume(ben.welcome, revOf(ben));
    await back.next('welcome');
    expect(await back.command({ type: 'lock', id: 'a' })).toMatchObject({ type: 'ok' });
  });
});
