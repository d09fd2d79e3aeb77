import { beforeEach, describe, expect, test } from 'vitest';

import { Deferred } from '#client/deferred.ts';
import type { Result } from '#protocol/errors.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { BEN, ended, ROOM, SECRET, TARGET, welcomed } from './support/meeting.ts';
import { reported, toMeeting } from './support/situations.ts';

const OTHER = { server: 'other.example', room: 'abc-defg-hij', hosted: false };
const LINK = `parley://join/${OTHER.server}/${OTHER.room}#${SECRET}`;

let app: TestApp;

beforeEach(async () => {
  app = testApp({ stored: { knownServers: [OTHER.server] } });
  await toMeeting(app, { role: 'host' });
});

const snapshot = () => app.parley.store.current;

/** Under way, with all devices and links released as soon as they must be. */
async function switching(now = true, more: { handOverTo?: typeof BEN } = {}) {
  const switched = app.request('session:switch', { target: LINK, now, ...more });
  await settled();
  if (snapshot().session.phase === 'over') await app.request('capture:report', reported());
  await settled();
  return { switched };
}

describe('straight into another meeting', () => {
  test('joins as who I am here, with what is on now but for the screen, which is never carried over', async () => {
    await app.request('capture:want', { kind: 'camera', on: false });
    await app.request('capture:want', { kind: 'screen', on: true });
    await app.request('capture:report', reported({ microphone: true, screen: true }, 1));
    const { switched } = await switching(true, { handOverTo: BEN });
    expect(await switched).toEqual({ ok: true, value: null });
    expect(app.client.commands.at(-1)).toMatchObject({ type: 'leave', switching: true, handOverTo: BEN });
    expect(app.client.switches).toMatchObject([{ access: { target: OTHER, secret: SECRET }, way: { joinAs: 'Ana' } }]);
    const { session, capture } = snapshot();
    expect(session).toMatchObject({ phase: 'joining', target: OTHER });
    expect([capture.microphone.wanted, capture.camera.wanted, capture.screen.wanted]).toEqual([true, false, false]);
  });

  test('remembers each meeting with its own way in', async () => {
    await switching();
    app.client.feed(welcomed());
    await settled();
    expect(snapshot().recent.map(({ server, room }) => [server, room])).toEqual([
      [OTHER.server, OTHER.room],
      [TARGET.server, ROOM],
    ]);
    expect(app.settings.values.knownServers).toContain(OTHER.server);
  });

  test('lets meeting-left out with 1005 after the release, before the other meeting is joined (semantics rule 2)', async () => {
    await switching();
    const left = app.pushed.findIndex(({ name, payload }) => name === 'notice' && payload.type === 'meeting-left');
    const joining = app.pushed.findIndex(
      ({ name, payload }) => name === 'snapshot' && payload.session.phase === 'joining',
    );
    expect(app.pushed[left]?.payload).toMatchObject({ reason: { code: 1005 } });
    expect(left).toBeLessThan(joining);
  });
});

describe('through the preview', () => {
  test('opens it with what the settings say, and joins nothing', async () => {
    const { switched } = await switching(false);
    expect(await switched).toEqual({ ok: true, value: null });
    expect(snapshot().session).toMatchObject({ phase: 'preview', target: OTHER });
    expect(app.client.joins).toHaveLength(1);
  });
});

test('a server that was never used is seen in the preview first, whatever was asked for (invariant 8)', async () => {
  app.settings.write({ knownServers: [] });
  const { switched } = await switching(true);
  expect(await switched).toEqual({ ok: true, value: null });
  expect(snapshot().session).toMatchObject({ phase: 'preview', target: OTHER });
});

describe('a meeting that is asked and does not answer yet', () => {
  let asked: Deferred<Result<null>>;

  beforeEach(() => {
    asked = new Deferred();
    app.client.wouldLetIn = () => asked.promise;
  });

  test('is shown while it is asked, and not any more afterwards', async () => {
    void app.request('session:switch', { target: LINK, now: true });
    await settled();
    expect(snapshot()).toMatchObject({ switchingTo: OTHER, session: { phase: 'joined' } });
    asked.resolve({ ok: false, error: { code: 'room-full' } });
    await settled();
    expect(snapshot()).toMatchObject({ switchingTo: null, prompt: { kind: 'switch-failed', from: ROOM } });
  });

  test('is not waited for once I choose to stay, which is no question to answer', async () => {
    void app.request('session:switch', { target: LINK, now: true });
    await settled();
    const before = app.client.givenUp;
    await app.request('session:stay', {});
    expect(app.client.givenUp).toBe(before + 1);
    asked.resolve({ ok: false, error: { code: 'cancelled' } });
    await settled();
    expect(snapshot()).toMatchObject({ switchingTo: null, prompt: null, session: { phase: 'joined' } });
  });

  test('is not gone to once I left by the tray', async () => {
    void app.request('session:switch', { target: LINK, now: true });
    await settled();
    const before = app.client.givenUp;
    app.parley.desktop.clicked('leave');
    expect(app.client.givenUp).toBeGreaterThan(before);
  });

  test('tells nothing more where the meeting that I am in ended meanwhile (semantics rule 1)', async () => {
    void app.request('session:switch', { target: LINK, now: true });
    await settled();
    app.client.feed(ended);
    asked.resolve({ ok: false, error: { code: 'room-locked' } });
    await app.request('capture:report', reported());
    await settled();
    expect(snapshot()).toMatchObject({ prompt: null, session: { phase: 'over', exit: { reason: { code: 1008 } } } });
  });
});

describe('a switch that fails once the first meeting is left', () => {
  beforeEach(async () => {
    await switching();
    app.client.feed({ type: 'refused', error: { code: 'room-locked' }, mayUnlock: false, at: 9 });
    await app.request('capture:report', reported());
    await settled();
  });

  test('is over with 1104, after the release, and leads back to the first', async () => {
    expect(snapshot().session).toMatchObject({
      phase: 'over',
      target: TARGET,
      exit: { reason: { code: 1104 }, sought: OTHER, mayRejoin: true, released: true },
    });
    expect(app.pushed.filter(({ name }) => name === 'notice').map(({ payload }) => payload)).toMatchObject([
      { type: 'meeting-left', reason: { code: 1005 } },
      { type: 'switch-failed', reason: { code: 1104 }, stillIn: false },
    ]);
    expect(await app.request('session:rejoin', {})).toMatchObject({ ok: true });
    expect(snapshot().session).toMatchObject({ phase: 'joining', target: TARGET });
    expect(snapshot().capture).toMatchObject({ microphone: { wanted: true }, camera: { wanted: true } });
  });

  test('keeps the first in the list by its own invite, once back in it', async () => {
    await app.request('session:rejoin', {});
    app.client.feed(welcomed());
    await settled();
    expect(snapshot().recent.map(({ server }) => server)).toEqual([TARGET.server]);
  });
});

test('outside of a meeting there is nothing to switch from, and what is no link leads nowhere', async () => {
  const outside = testApp();
  expect(await outside.request('session:switch', { target: LINK, now: false })).toMatchObject({
    ok: false,
    error: { code: 'wrong-phase' },
  });
  expect(await app.request('session:switch', { target: 'nonsense', now: false })).toMatchObject({
    ok: false,
    error: { code: 'bad-link' },
  });
  expect(app.client.switches).toEqual([]);
});

test('a code of a server that is not known is refused where I am, in words', async () => {
  expect(await app.request('session:switch', { target: 'zzz-zzzz-zzz', now: false })).toMatchObject({
    ok: false,
    error: { code: 'server-unknown' },
  });
  await settled();
  expect(snapshot().prompt).toMatchObject({ kind: 'switch-failed', error: { code: 'server-unknown' } });
});
