import { describe, expect, test } from 'vitest';

import { settled } from './support/fakeClock.ts';
import { fakeVault, testApp, type TestApp } from './support/ground.ts';
import { ROOM, SECRET, TARGET } from './support/meeting.ts';
import { LINK, reported, toMeeting, toPreview } from './support/situations.ts';

const session = ({ parley }: TestApp) => parley.store.current.session;

describe('a new meeting', () => {
  test('is made on the server inside the app, which starts for it, with its own key', async () => {
    const app = testApp();
    expect(await app.request('session:create', {})).toMatchObject({ ok: true });
    expect(app.client.created).toEqual([{ server: '127.0.0.1:4100', hosted: true, key: 'creation-key' }]);
    expect(session(app)).toMatchObject({ phase: 'preview', target: { hosted: true } });
    expect(app.parley.store.current.hosting).toMatchObject({ state: 'loopback' });
  });

  test('is made on the default server, if there is one', async () => {
    const app = testApp({ stored: { defaultServer: 'meet.example.org' } });
    await app.request('session:create', {});
    expect(app.client.created).toEqual([{ server: 'meet.example.org', hosted: false }]);
    expect(app.hosting.asked).toEqual([]);
  });

  test('says why it can’t be made', async () => {
    const app = testApp();
    app.hosting.host = { ok: false, error: { code: 'unavailable' } };
    expect(await app.request('session:create', {})).toMatchObject({ error: { code: 'unavailable' } });
    app.hosting.host = { ok: true, value: { server: '127.0.0.1:4100', key: 'k' } };
    app.client.create = () => Promise.resolve({ ok: false, error: { code: 'forbidden' } });
    expect(await app.request('session:create', {})).toMatchObject({ error: { code: 'forbidden' } });
    expect(session(app)).toEqual({ phase: 'idle' });
  });

  test('is refused from where I am in something, or about to be', async () => {
    const app = testApp();
    await toPreview(app);
    expect(await app.request('session:create', {})).toMatchObject({ error: { code: 'wrong-phase' } });
    const busy = testApp();
    const both = await Promise.all([busy.request('session:create', {}), busy.request('session:create', {})]);
    expect(both).toMatchObject([{ ok: true }, { ok: false, error: { code: 'wrong-phase' } }]);
  });
});

describe('a link or code that I typed', () => {
  test('leads to preview without a question, and connects to nothing', async () => {
    const app = testApp();
    expect(await app.request('session:open', { target: `  ${LINK}  ` })).toMatchObject({ ok: true });
    expect(session(app)).toMatchObject({ phase: 'preview', target: TARGET });
    expect(app.client.asked).toEqual(['open']);
    expect(app.parley.store.current.prompt).toBeNull();
  });

  test('that is none is refused with what is wrong', async () => {
    const app = testApp();
    const answer = await app.request('session:open', { target: 'hello' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-link' } });
  });

  test('a code alone: a meeting that I was in', async () => {
    const app = testApp({ stored: { defaultServer: 'default.example' } });
    await toMeeting(app);
    await app.request('room:leave', {});
    await app.request('capture:report', reported());
    await settled();
    await app.request('session:dismiss', {});
    expect(await app.request('session:open', { target: ROOM })).toMatchObject({ ok: true });
    expect(session(app)).toMatchObject({ phase: 'preview', target: TARGET });
    expect(app.client.access?.secret).toBe(SECRET);
  });

  test('a code alone: else on the default server', async () => {
    const app = testApp({ stored: { defaultServer: 'default.example' } });
    await app.request('session:open', { target: ROOM });
    expect(app.client.access).toEqual({
      target: { server: 'default.example', room: ROOM, hosted: false },
      secret: null,
    });
  });

  test('a code alone: else on the server inside this app, if it runs', async () => {
    const app = testApp();
    expect(await app.request('session:open', { target: ROOM })).toMatchObject({ error: { code: 'server-unknown' } });
    await app.hosting.start();
    expect(await app.request('session:open', { target: ROOM })).toMatchObject({ ok: true });
    expect(app.client.access?.target).toEqual({ server: '127.0.0.1:4100', room: ROOM, hosted: true });
  });
});

describe('a meeting of the recent list', () => {
  const stored = {
    recent: [
      { server: '127.0.0.1:9999', room: ROOM, hosted: true, lastAt: 1, secret: fakeVault().seal(SECRET) },
      { server: 'meet.example.org', room: ROOM, hosted: false, lastAt: 1, secret: null },
    ],
  };

  test('on the server inside the app starts it, wherever it listens now', async () => {
    const app = testApp({ stored });
    await app.request('session:reopen', { server: '127.0.0.1:9999', room: ROOM });
    expect(app.hosting.asked).toEqual(['start']);
    expect(app.client.access).toEqual({
      target: { server: '127.0.0.1:4100', room: ROOM, hosted: true },
      secret: SECRET,
    });
  });

  test('whose secret could not be kept opens without one', async () => {
    const app = testApp({ stored });
    await app.request('session:reopen', { server: 'meet.example.org', room: ROOM });
    expect(app.client.access).toEqual({ target: TARGET, secret: null });
  });

  test('that is not in it is refused', async () => {
    const app = testApp({ stored });
    expect(await app.request('session:reopen', { server: 'other.example', room: ROOM })).toMatchObject({
      error: { code: 'room-not-found' },
    });
  });

  test('can be forgotten', async () => {
    const app = testApp({ stored });
    await app.request('recent:forget', { server: 'meet.example.org', room: ROOM });
    expect(app.parley.store.current.recent.map(({ server }) => server)).toEqual(['127.0.0.1:9999']);
    expect(app.settings.values.recent).toHaveLength(1);
  });
});

test('giving up while the server starts leads nowhere', async () => {
  const app = testApp();
  const creating = app.request('session:create', {});
  await app.request('session:cancel', {});
  expect(await creating).toMatchObject({ error: { code: 'cancelled' } });
  expect(session(app)).toEqual({ phase: 'idle' });
});

describe('the invite link', () => {
  test('leads to this machine until it is shared on the network, then to its address there', async () => {
    const app = testApp();
    await app.request('session:create', {});
    expect(await app.request('invite:copy', {})).toMatchObject({
      value: { link: `parley://join/127.0.0.1:4100/${ROOM}#${SECRET}` },
    });
    await app.request('hosting:share', {});
    expect(await app.request('invite:copy', {})).toMatchObject({
      value: { link: `parley://join/${app.hosting.lan}/${ROOM}#${SECRET}` },
    });
    expect(app.clipboard.at(-1)).toContain(app.hosting.lan);
  });

  test('stands in the words for a guest, with the server, where there are some', async () => {
    const app = testApp();
    await app.request('session:create', {});
    await app.request('hosting:share', {});
    await app.request('invite:copy', { words: 'Come to {link} on {server}. {link}!' });
    const link = `parley://join/${app.hosting.lan}/${ROOM}#${SECRET}`;
    expect(app.clipboard).toEqual([`Come to ${link} on ${app.hosting.lan}. ${link}!`]);
    await app.request('invite:copy', {});
    expect(app.clipboard.at(-1)).toBe(link);
  });

  test('of a meeting elsewhere is never rewritten', async () => {
    const app = testApp();
    await app.request('hosting:share', {});
    await toMeeting(app);
    expect(await app.request('invite:copy', {})).toMatchObject({ value: { link: LINK } });
  });

  test('is refused where there is none', async () => {
    const app = testApp({ stored: { defaultServer: 'default.example' } });
    expect(await app.request('invite:copy', {})).toMatchObject({ error: { code: 'wrong-phase' } });
    await app.request('session:open', { target: ROOM });
    expect(await app.request('invite:copy', {})).toMatchObject({ error: { code: 'forbidden' } });
    expect(app.clipboard).toEqual([]);
  });
});
