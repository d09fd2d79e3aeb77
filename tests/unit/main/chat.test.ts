import { describe, expect, test } from 'vitest';

import type { ChatMessage, Mention } from '#protocol/chat.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { CommandId, Incarnation, ParticipantId, PrincipalId } from '#protocol/ids.ts';
import { type ChatNews, MOST_MESSAGES } from '#protocol/ipc/chat.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { BEN, ended, ME, room, welcomed } from './support/meeting.ts';
import { reported, toMeeting } from './support/situations.ts';

const MINE = `principal-of-${ME}` as PrincipalId;
const BENS = `principal-of-${BEN}` as PrincipalId;

async function inMeeting(): Promise<TestApp> {
  const app = testApp();
  await toMeeting(app);
  return app;
}

let made = 0;
function message(
  text: string,
  but: Partial<ChatMessage> & { readonly mentions?: readonly Mention[] } = {},
): ChatMessage {
  const { mentions = [], ...rest } = but;
  made += 1;
  return {
    message: `m-${made}` as CommandId,
    rev: made,
    by: { participant: BEN, name: 'Ben' },
    principal: BENS,
    content: { text, mentions: [...mentions] },
    at: made * 1_000,
    ...rest,
  };
}

async function hear(app: TestApp, ...messages: readonly ChatMessage[]): Promise<void> {
  for (const each of messages) app.client.chat.hear(each);
  await settled();
}

const pushes = (app: TestApp) => app.pushed.flatMap((push) => (push.name === 'chat' ? [push.payload] : []));
const last = (app: TestApp): ChatNews => pushes(app).at(-1) as ChatNews;
const say = async (app: TestApp, text: string, mentions: readonly PrincipalId[] = []) => {
  const answer = await app.request('chat:say', { text, mentions: [...mentions] });
  await settled();
  return answer;
};
async function all(app: TestApp): Promise<ChatNews> {
  const answer = await app.request('chat:all', {});
  if (!answer.ok) throw new Error('refused');
  return answer.value as ChatNews;
}
const textsOf = ({ messages }: ChatNews) => messages.map(({ content }) => content?.text);

describe('what is said', () => {
  test('is kept for a page that begins, in the order of the room', async () => {
    const app = await inMeeting();
    const [one, two, three] = [message('one'), message('two'), message('three')];
    await hear(app, one, three, two);
    expect(textsOf(await all(app))).toEqual(['one', 'two', 'three']);
  });

  test('is pushed alone, however long the chat is, and once for all that came in one turn', async () => {
    const app = await inMeeting();
    for (let count = 0; count < MOST_MESSAGES; count += 1) app.client.chat.hear(message(`Line ${count}`));
    await settled();
    const before = pushes(app).length;
    const short = JSON.stringify(message('two')).length;
    await hear(app, message('one'), message('two'));
    expect(pushes(app)).toHaveLength(before + 1);
    expect(textsOf(last(app))).toEqual(['one', 'two']);
    expect(JSON.stringify(last(app)).length).toBeLessThan(2 * short + 300);
  });

  test('is bounded: the oldest go first', async () => {
    const app = await inMeeting();
    for (let count = 0; count < MOST_MESSAGES + 5; count += 1) app.client.chat.hear(message(`Line ${count}`));
    await settled();
    const texts = textsOf(await all(app));
    expect([texts.length, texts[0]]).toEqual([MOST_MESSAGES, 'Line 5']);
  });

  test('is gone with the meeting: from memory, and from the page', async () => {
    const app = await inMeeting();
    await hear(app, message('a secret'));
    await say(app, 'mine');
    app.client.feed(ended);
    await settled();
    expect(JSON.stringify(await all(app))).not.toMatch(/secret|mine/);
    expect(last(app)).toMatchObject({ meeting: null, messages: [], unsent: [], unread: 0 });
    expect(JSON.stringify([app.settings.values, app.receipts.all, app.logLines])).not.toContain('a secret');
  });

  test('stays over a lost connection, and whoever came back as somebody new is told of the gap', async () => {
    const app = await inMeeting();
    await hear(app, message('before'));
    app.client.feed({ type: 'connection-lost', at: 5 });
    app.client.feed({ ...welcomed(), me: BEN });
    await settled();
    const { gaps, messages } = await all(app);
    expect([gaps.length, messages.length]).toEqual([1, 1]);
  });

  test('in another incarnation is another chat', async () => {
    const app = await inMeeting();
    await hear(app, message('before'));
    app.client.feed({ type: 'connection-lost', at: 5 });
    app.client.feed({ ...welcomed(), incarnation: 'another-one' as Incarnation });
    await settled();
    expect(await all(app)).toMatchObject({ meeting: 'another-one', messages: [] });
  });
});

describe('unread', () => {
  test('is what others said until I look, and what means me is counted besides', async () => {
    const app = await inMeeting();
    await hear(app, message('one'), message('two', { mentions: [{ principal: MINE, name: 'Ana' }] }));
    await hear(app, message('mine', { principal: MINE, by: { participant: ME, name: 'Ana' } }));
    expect(last(app)).toMatchObject({ unread: 2, mentions: 1 });
    await app.request('chat:seen', {});
    await settled();
    expect(last(app)).toMatchObject({ unread: 0, mentions: 0, messages: [] });
  });
});

describe('what I say', () => {
  test('is on the screen at once and gone from there when it is heard', async () => {
    const app = await inMeeting();
    await say(app, 'Good morning');
    expect(last(app).unsent).toMatchObject([{ text: 'Good morning', state: 'sending' }]);
    const id = app.client.chat.said[0]?.id as CommandId;
    await hear(app, message('Good morning', { message: id, principal: MINE }));
    expect(last(app).unsent).toEqual([]);
  });

  test('names those whose name stands in it, and nobody whose does not', async () => {
    const app = await inMeeting();
    await say(app, 'Are you there, @Ben?', [BENS, MINE]);
    expect(app.client.chat.said[0]?.content.mentions).toEqual([{ principal: BENS, name: 'Ben' }]);
  });

  test.each(['too-fast', 'forbidden', 'no-meeting-key'] as const)(
    'and was refused with %s is kept with the reason, sent again under another name, or thrown away',
    async (code) => {
      const app = await inMeeting();
      app.client.chat.answer = () => Promise.resolve({ ok: false, error: { code } });
      await say(app, 'one');
      await say(app, 'two');
      const [one, two] = last(app).unsent;
      expect(one).toMatchObject({ text: 'one', state: 'failed', error: { code } });
      app.client.chat.answer = () => Promise.resolve({ ok: true, value: 9 });
      await app.request('chat:retry', { message: one?.message as CommandId });
      await app.request('chat:discard', { message: two?.message as CommandId });
      await settled();
      expect(app.client.chat.said.at(-1)).toMatchObject({ content: { text: 'one' } });
      expect(app.client.chat.said.at(-1)?.id).not.toBe(one?.message);
      expect(last(app).unsent.map(({ state }) => state)).toEqual(['sending']);
    },
  );

  test('and has no answer is sent again under the same name, so that nobody hears it twice', async () => {
    const app = await inMeeting();
    app.client.chat.answer = () => Promise.resolve({ ok: false, error: { code: 'timed-out' } });
    await say(app, 'one');
    await app.request('chat:retry', { message: last(app).unsent[0]?.message as CommandId });
    await settled();
    expect(new Set(app.client.chat.said.map(({ id }) => id)).size).toBe(1);
    expect(app.client.chat.said).toHaveLength(2);
  });

  test('while the connection is lost waits for it, and goes out in order when it is back', async () => {
    const app = await inMeeting();
    app.client.feed({ type: 'connection-lost', at: 5 });
    await say(app, 'one');
    await say(app, 'two');
    expect(app.client.chat.said).toEqual([]);
    expect(last(app).unsent.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    app.client.feed(welcomed());
    await settled();
    expect(app.client.chat.said.map(({ content }) => content.text)).toEqual(['one', 'two']);
  });

  test('is refused outside a meeting, without text, and with too much of it', async () => {
    const outside = testApp();
    expect(await say(outside, 'hello')).toMatchObject({ error: { code: 'not-joined' } satisfies { code: ErrorCode } });
    const app = await inMeeting();
    expect(await say(app, ' \u200b ')).toMatchObject({ error: { code: 'bad-request' } });
    expect(await say(app, 'x'.repeat(4_001))).toMatchObject({ error: { code: 'bad-request' } });
    expect(app.client.chat.said).toEqual([]);
  });
});

describe('who writes', () => {
  test('is told until they stop, say something, go, or are silent for six seconds', async () => {
    const app = await inMeeting();
    const writes = (writes: boolean) => app.client.chat.hearTyping({ from: BEN, writes });
    writes(true);
    await settled();
    expect(last(app).writing).toEqual([BEN]);
    await app.clock.advance(6_000);
    expect(last(app).writing).toEqual([]);
    writes(true);
    await hear(app, message('done'));
    expect(last(app).writing).toEqual([]);
    writes(true);
    await settled();
    app.client.feed({ type: 'room-changed', room: room({ alone: true }) });
    await settled();
    expect(last(app).writing).toEqual([]);
  });

  test('is told to the others by the page', async () => {
    const app = await inMeeting();
    await app.request('chat:typing', { writes: true });
    expect(app.client.chat.typed).toEqual([true]);
  });
});

describe('a mention with no window to look at', () => {
  const mentions = [{ principal: MINE, name: 'Ana' }];

  test('is told by the desktop, and a click brings the window with the chat', async () => {
    const app = await inMeeting();
    app.window.visible = false;
    await hear(app, message('Nothing for you'), message('@Ana, are\nyou there?', { mentions }));
    expect(app.notifications.map(({ title, body }) => [title, body])).toEqual([
      ['Ben mentioned you', '@Ana, are you there?'],
    ]);
    app.notifications[0]?.click();
    expect(app.window.visible).toBe(true);
    expect(app.pushed).toContainEqual({ name: 'show', payload: { panel: 'chat' } });
  });

  test('is shortened between characters, and is told to nobody who looks at the window', async () => {
    const app = await inMeeting();
    await hear(app, message('@Ana', { mentions }));
    expect(app.notifications).toEqual([]);
    app.window.visible = false;
    await hear(app, message(`@Ana ${'🦊'.repeat(300)}`, { mentions }));
    expect(app.notifications[0]?.body).toBe(`@Ana ${'🦊'.repeat(195)}…`);
  });
});

test('what is said after I left is heard by nobody', async () => {
  const app = await inMeeting();
  app.client.feed({ type: 'left', at: 9 });
  await app.request('capture:report', reported());
  await hear(app, message('late', { by: { participant: 'somebody' as ParticipantId, name: 'S' } }));
  expect((await all(app)).messages).toEqual([]);
});
