import { describe, expect, test } from 'vitest';

import type { PromptAnswer } from '#protocol/ipc/snapshot.ts';
import { linkIn } from '#main/electron/linkIn.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ROOM, SECRET, TARGET } from './support/meeting.ts';
import { LINK, loadPage, reported, toMeeting, toPreview } from './support/situations.ts';

const OTHER = `parley://join/other.example/abc-defg-hij#${SECRET}`;
const TOUCHED = new Set(['open', 'join', 'create', 'leave']);

const prompt = ({ parley }: TestApp) => parley.store.current.prompt;

async function answer(app: TestApp, word: PromptAnswer): Promise<void> {
  await app.request('prompt:answer', { id: prompt(app)?.id ?? '', answer: word, remember: false });
  await settled();
}

async function click(app: TestApp, link: string): Promise<void> {
  void app.parley.links.open(link);
  await settled();
}

describe('invariant 8: a link does nothing before the person agreed', () => {
  test('it shows server and room, and a second step for a server never used', async () => {
    const app = testApp();
    await loadPage(app);
    await click(app, LINK);
    expect(prompt(app)).toMatchObject({ kind: 'open-link', server: TARGET.server, room: ROOM, inMeeting: false });
    await answer(app, 'accept');
    expect(prompt(app)).toMatchObject({ kind: 'trust-server', server: TARGET.server, room: ROOM });
    expect(app.client.asked).toEqual([]);
    await answer(app, 'accept');
    expect(prompt(app)).toBeNull();
    expect(app.client.asked).toEqual(['open']);
    expect(app.parley.store.current.session).toMatchObject({ phase: 'preview', target: TARGET });
    expect(app.client.access?.secret).toBe(SECRET);
  });

  test('saying no at either step is the end of it', async () => {
    for (const answers of [['cancel'], ['accept', 'cancel']] as const) {
      const app = testApp();
      await loadPage(app);
      await click(app, LINK);
      for (const word of answers) await answer(app, word);
      expect(prompt(app)).toBeNull();
      expect(app.client.asked).toEqual([]);
      expect(app.parley.store.current.session.phase).toBe('idle');
    }
  });

  test('a server that was used before needs no second step', async () => {
    const app = testApp({ stored: { knownServers: [TARGET.server] } });
    await click(app, LINK);
    await answer(app, 'accept');
    expect(app.client.asked).toEqual(['open']);
  });

  test('having been in a meeting on a server makes it known', async () => {
    const app = testApp();
    await toMeeting(app);
    expect(app.settings.values.knownServers).toEqual([TARGET.server]);
  });

  test('the server inside this app is no stranger, by whatever address', async () => {
    const app = testApp();
    app.hosting.show({ state: 'shared', addresses: [app.hosting.lan] });
    await click(app, `parley://join/${app.hosting.lan}/${ROOM}#${SECRET}`);
    await answer(app, 'accept');
    expect(app.parley.store.current.session).toMatchObject({
      phase: 'preview',
      target: { server: '127.0.0.1:4100', hosted: true },
    });
  });

  test('the window comes up, wherever it was', async () => {
    const app = testApp();
    app.window.visible = false;
    await click(app, LINK);
    expect(app.window.visible).toBe(true);
  });
});

describe('semantics rule 8: a link in a meeting asks before it switches', () => {
  test('it says so, and staying is one answer', async () => {
    const app = testApp();
    await toMeeting(app);
    await click(app, OTHER);
    expect(prompt(app)).toMatchObject({ kind: 'open-link', inMeeting: true });
    await answer(app, 'cancel');
    expect(app.parley.store.current.session.phase).toBe('joined');
  });

  test('going on leaves first, releases, and only then opens the other', async () => {
    const app = testApp();
    await toMeeting(app);
    await click(app, OTHER);
    await answer(app, 'accept');
    await answer(app, 'accept');
    expect(app.client.asked.at(-1)).toBe('leave');
    expect(app.parley.store.current.session.phase).toBe('over');
    await app.request('capture:report', reported());
    await settled();
    expect(app.client.asked.slice(-3)).toEqual(['leave', 'released', 'open']);
    expect(app.parley.store.current.session).toMatchObject({ phase: 'preview', target: { server: 'other.example' } });
  });

  test('the other meeting is asked first: while it does not let me in I stay, and read why', async () => {
    const app = testApp({ stored: { knownServers: ['other.example'] } });
    await toMeeting(app);
    app.client.wouldLetIn = () => Promise.resolve({ ok: false, error: { code: 'room-locked' } });
    await click(app, OTHER);
    await answer(app, 'accept');
    expect(app.parley.store.current.session.phase).toBe('joined');
    expect(app.client.asked).not.toContain('leave');
    expect(prompt(app)).toMatchObject({
      kind: 'switch-failed',
      from: ROOM,
      room: 'abc-defg-hij',
      error: { code: 'room-locked' },
    });
  });

  test('straight in is offered for a server that was used before, and for no other', async () => {
    const stranger = testApp();
    await toMeeting(stranger);
    await click(stranger, OTHER);
    expect(prompt(stranger)).toMatchObject({ inMeeting: true, atOnce: false });
    await answer(stranger, 'switch-now');
    await answer(stranger, 'accept');
    expect(stranger.client.switches).toMatchObject([{ way: {} }]);
    expect(stranger.client.switches[0]?.way).not.toHaveProperty('joinAs');

    const app = testApp({ stored: { knownServers: ['other.example'] } });
    await toMeeting(app);
    await click(app, OTHER);
    expect(prompt(app)).toMatchObject({ atOnce: true });
    await answer(app, 'switch-now');
    expect(app.client.switches).toMatchObject([{ way: { joinAs: 'Ana' } }]);
  });

  test('a link to the meeting that I am in only shows the window', async () => {
    const app = testApp();
    await toMeeting(app);
    await click(app, LINK);
    expect(prompt(app)).toBeNull();
    expect(app.done.at(-1)).toBe('show');
  });

  test('from another preview it opens in its place', async () => {
    const app = testApp({ stored: { knownServers: ['other.example'] } });
    await toPreview(app);
    await click(app, OTHER);
    await answer(app, 'accept');
    await app.request('capture:report', reported());
    await settled();
    expect(app.parley.store.current.session).toMatchObject({ phase: 'preview', target: { server: 'other.example' } });
  });
});

describe('links that are none', () => {
  const bad = [
    'parley://',
    'parley://join',
    'parley://join/meet.example.org/abc-defg-hij#short',
    'parley://join/user@meet.example.org/abc-defg-hij',
    'parley://join/meet.example.org/../../etc/passwd',
    'parley://settings/reset',
    `parley://join/meet.example.org/ABC!#${SECRET}`,
    'parley://join/meet.example.org/abc-defg-hij?autojoin=1',
    `parley://join/${'x'.repeat(5000)}`,
  ];
  test.each(bad)('%s', async (link) => {
    const app = testApp();
    await click(app, link);
    expect(prompt(app)).toMatchObject({ kind: 'bad-link' });
    await answer(app, 'accept');
    expect(prompt(app)).toBeNull();
    expect(app.client.asked.filter((what) => TOUCHED.has(what))).toEqual([]);
  });

  test('a bare code is no link', async () => {
    const app = testApp();
    await click(app, 'abc-defg-hij');
    expect(prompt(app)).toMatchObject({ kind: 'bad-link' });
  });
});

test('of many links the newest is asked about, and none piles up behind it', async () => {
  const app = testApp();
  for (const room of ['aaa-bbbb-ccc', 'ddd-eeee-fff', 'ggg-hhhh-jjj']) {
    await click(app, `parley://join/meet.example.org/${room}#${SECRET}`);
  }
  expect(prompt(app)).toMatchObject({ kind: 'open-link', room: 'ggg-hhhh-jjj' });
  await answer(app, 'cancel');
  expect(prompt(app)).toBeNull();
});

describe('a link among a program’s arguments', () => {
  test('is found wherever Chromium put it', () => {
    expect(linkIn(['/opt/parley', '--flag', LINK, '--other'])).toBe(LINK);
    expect(linkIn(['/opt/parley', LINK.replace('parley:', 'PARLEY:')])).toMatch(/^PARLEY:/);
    expect(linkIn(['/opt/parley', 'https://example.org', '--x=parley://join/a'])).toBeNull();
    expect(linkIn([])).toBeNull();
  });

  test('that is far too long stays too long to be read', async () => {
    const app = testApp();
    await click(app, linkIn([`parley://join/${'x'.repeat(100_000)}`]) ?? '');
    expect(prompt(app)).toMatchObject({ kind: 'bad-link' });
  });
});
