import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '#tests/fixtures/server.ts';

import { type Joined, TestRoom } from './testRoom.ts';
import type { Frame, Wire } from './wire.ts';

const SEALED = 'c2VhbGVk';
/** As long as a text may be, sealed. */
const LONG = 'x'.repeat(24_000);
const QUICK = { limits: { messagesPerSecond: 100_000, burst: 100_000 } };

const say = (wire: Wire, id: string, sealed = SEALED) => wire.command({ type: 'chat', id, sealed });
const messagesIn = (events: readonly Frame[]) =>
  events.flatMap((event) => (event.type === 'chat-said' ? [event.message] : []));

/** All that was missed, page by page; and how many pages it took. */
async function missedSince(
  wire: Wire,
  since: number,
): Promise<{ readonly messages: readonly Frame[]; readonly pages: number }> {
  const messages: Frame[] = [];
  for (let pages = 1, from = since; ; pages += 1) {
    wire.send({ type: 'get-chat', since: from });
    const answer = await wire.next('chat-missed');
    messages.push(...(answer.messages as readonly Frame[]));
    if (answer.more !== true) return { messages, pages };
    from = answer.upTo as number;
  }
}

describe.each(['memory', 'sqlite'] as const)('the chat, kept in %s', (storage) => {
  let server: TestServer;
  let room: TestRoom;
  let ana: Joined;
  let ben: Joined;

  const begin = async (options: Parameters<typeof startServer>[0] = {}) => {
    server = await startServer({ storage, ...options });
    room = await TestRoom.create(server.address);
    ana = await room.host('Ana');
    ben = await room.guest('Ben');
  };

  beforeEach(() => begin());
  afterEach(() => server.dispose());

  test('a message reaches everybody, the speaker too, by the name they had and as it was sealed', async () => {
    expect(await say(ana.wire, 'm-1')).toMatchObject({ type: 'ok' });
    const told = { message: 'm-1', by: { participant: ana.id, name: 'Ana' }, sealed: SEALED };
    expect(await ana.wire.event('chat-said')).toMatchObject(told);
    expect(await ben.wire.event('chat-said')).toMatchObject(told);
  });

  test('the same command again is said once', async () => {
    const first = await say(ana.wire, 'm-1');
    expect(await say(ana.wire, 'm-1')).toEqual(first);
    await ben.wire.settle();
    expect(messagesIn(ben.wire.events)).toEqual(['m-1']);
  });

  test('too much and too fast are refused with codes of their own, and the connection goes on', async () => {
    expect(await say(ana.wire, 'long', 'x'.repeat(24_577))).toMatchObject({ type: 'error', code: 'text-too-long' });
    const answers: Frame[] = [];
    for (let count = 0; count < 12; count += 1) answers.push(await say(ana.wire, `m-${count}`));
    expect(answers.slice(0, 10).map(({ type }) => type)).toEqual(Array<string>(10).fill('ok'));
    expect(answers[11]).toMatchObject({ type: 'error', code: 'too-fast' });
    expect(await say(ben.wire, 'b-1')).toMatchObject({ type: 'ok' });
  });

  test('whoever comes in later sees nothing from before, not even when they ask', async () => {
    await say(ana.wire, 'before');
    const cid = await room.guest('Cid');
    expect(JSON.stringify(cid.welcome)).not.toContain(SEALED);
    await say(ana.wire, 'after');
    expect((await missedSince(cid.wire, 0)).messages.map(({ message }) => message)).toEqual(['after']);
  });

  test('whoever lost the connection gets what was said meanwhile with the events', async () => {
    ben.wire.socket.terminate();
    await ana.wire.event('connection-lost');
    await say(ana.wire, 'm-1');
    await say(ana.wire, 'm-2');
    const back = await room.resume(ben.welcome, ben.welcome.rev ?? 0);
    expect((await back.next('welcome')).snapshot).toBeNull();
    expect(messagesIn((await back.next('events')).events ?? [])).toEqual(['m-1', 'm-2']);
  });

  test('what is too much to send at once comes page by page instead, and nothing is missing', async () => {
    await server.dispose();
    await begin(QUICK);
    ben.wire.socket.terminate();
    await ana.wire.event('connection-lost');
    const speakers = [ana, await room.guest('Cid'), await room.guest('Dan')];
    const said: string[] = [];
    for (const speaker of speakers) {
      for (let count = 0; count < 10; count += 1) {
        said.push(`${speaker.name}-${count}`);
        expect(await say(speaker.wire, `${speaker.name}-${count}`, LONG)).toMatchObject({ type: 'ok' });
      }
    }
    const since = ben.welcome.rev ?? 0;
    const back = await room.resume(ben.welcome, since);
    const { snapshot } = await back.next('welcome');
    expect(JSON.stringify(snapshot).length).toBeLessThan(10_000);
    const { messages, pages } = await missedSince(back, since);
    expect(messages.map(({ message }) => message)).toEqual(said);
    expect(messages.every(({ sealed }) => sealed === LONG)).toBe(true);
    expect(pages).toBeGreaterThan(5);
  });

  test('whoever writes is told to the others, and neither logged nor kept', async () => {
    ana.wire.send({ type: 'typing', sealed: SEALED });
    expect(await ben.wire.next('typing')).toMatchObject({ from: ana.id, sealed: SEALED });
    await ana.wire.settle();
    expect(ana.wire.count('typing')).toBe(0);
    expect(ana.wire.count('events')).toBe(1);
    expect(JSON.stringify(server.logged)).not.toContain('typing');
  });

  test('writing is told three times at once and then once a second, without a word about the rest', async () => {
    for (let count = 0; count < 20; count += 1) ana.wire.send({ type: 'typing', sealed: SEALED });
    await ana.wire.settle();
    await ben.wire.settle();
    expect(ben.wire.count('typing')).toBe(3);
    expect(ana.wire.count('error')).toBe(0);
  });

  test('who may not chat can neither say something nor show that they write', async () => {
    const roles = {
      host: { permissions: ['endRoom' as const, 'changeRole' as const, 'lock' as const, 'chat' as const] },
      guest: { permissions: [] },
    };
    await server.dispose();
    await begin({ roles });
    ben.wire.send({ type: 'typing', sealed: SEALED });
    expect(await say(ben.wire, 'm-1')).toMatchObject({ type: 'error', code: 'forbidden' });
    await ana.wire.settle();
    expect(ana.wire.count('typing')).toBe(0);
  });

  test('the log file says nothing of what is said, nor that it is', async () => {
    await say(ana.wire, 'm-1');
    expect(JSON.stringify(server.logged)).not.toMatch(/c2VhbGVk|chat-said|m-1/);
  });
});

describe('over a restart', () => {
  test('what was said before the server was killed reaches whoever had not heard it', async () => {
    const server = await startServer({ storage: 'sqlite' });
    try {
      const room = await TestRoom.create(server.address);
      const ana = await room.host('Ana');
      const ben = await room.guest('Ben');
      const since = ben.welcome.rev ?? 0;
      ben.wire.socket.terminate();
      await ana.wire.event('connection-lost');
      await say(ana.wire, 'm-1');
      await server.restart();
      const back = await room.resume(ben.welcome, since);
      const welcome = await back.next('welcome');
      const heard = welcome.snapshot === null ? messagesIn((await back.next('events')).events ?? []) : [];
      const { messages } = await missedSince(back, since);
      expect([...new Set([...heard, ...messages.map(({ message }) => message)])]).toEqual(['m-1']);
    } finally {
      await server.dispose();
    }
  });
});
