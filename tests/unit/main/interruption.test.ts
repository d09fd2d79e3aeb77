import { describe, expect, test, vi } from 'vitest';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended, ROOM, SECRET, TARGET } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

const recent = [{ server: TARGET.server, room: ROOM, hosted: false, lastAt: 1, secret: null }];
const inside = { server: TARGET.server, room: ROOM };

/** Once the page has been told of what happened. */
function kept({ parley, settings }: TestApp) {
  parley.store.settle();
  return settings.values.inside;
}

describe('where I am is kept', () => {
  test('from joining to the exit, also while reconnecting', async () => {
    const app = testApp();
    await toPreview(app);
    expect(kept(app)).toBeNull();
    await toMeeting(app);
    expect(kept(app)).toEqual(inside);
    app.client.feed({ type: 'connection-lost', at: 2 });
    expect(kept(app)).toEqual(inside);
    app.client.feed(ended);
    expect(kept(app)).toBeNull();
  });

  test('and is gone after a quit in good order', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.quitting.withoutAsking();
    await settled();
    await app.request('capture:report', reported());
    await settled();
    expect(app.settings.values.inside).toBeNull();
    expect(app.done).toContain('exit');
  });

  test('and is gone before the process ends, where nothing was open and the leave takes no turn', async () => {
    let left: unknown = 'no exit yet';
    const app = testApp({
      onExit: () => {
        left = app.settings.values.inside;
      },
    });
    await toMeeting(app);
    await app.request('capture:report', reported());
    expect(app.settings.values.inside).toEqual(inside);
    app.parley.quitting.withoutAsking();
    await vi.waitFor(() => expect(app.done).toContain('exit'));
    expect(left).toBeNull();
  });
});

/** What a run leaves behind that is killed in a meeting which it came to by an invite. */
async function killedInside(keyring: boolean) {
  const app = testApp({ keyring });
  await app.request('session:open', { target: `parley://join/${TARGET.server}/${ROOM}#${SECRET}` });
  await toMeeting(app);
  expect(JSON.stringify(app.settings.values)).not.toContain(SECRET);
  return app.settings.values;
}

describe('back after a crash', () => {
  test('with a keyring: the invite is still there, so rejoining leads to preview and from there back in', async () => {
    const app = testApp({ stored: await killedInside(true) });
    expect(app.parley.store.current.app.interrupted).toMatchObject({ ...inside, mayRejoin: true });
    expect(await app.request('session:reopen', inside)).toEqual({ ok: true, value: null });
    expect(app.client.access).toMatchObject({ target: TARGET, secret: SECRET });
    expect(app.parley.store.current).toMatchObject({ session: { phase: 'preview' }, app: { interrupted: null } });
    await toMeeting(app);
    expect(app.settings.values.inside).toEqual(inside);
  });

  test('without one: the invite went with the last run, and it is not pretended otherwise', async () => {
    const app = testApp({ stored: await killedInside(false), keyring: false });
    expect(app.parley.store.current.app.interrupted).toMatchObject({ ...inside, mayRejoin: false });
  });

  test('without the invite but known there: the host of a meeting needs none', () => {
    const app = testApp({ stored: { recent, inside } });
    expect(app.parley.store.current.app.interrupted?.mayRejoin).toBe(true);
  });

  test('where the keyring is away today, the invite can not be opened', async () => {
    const app = testApp({ stored: await killedInside(true), keyring: false });
    expect(app.parley.store.current.app.interrupted?.mayRejoin).toBe(false);
  });
});

describe('a start after an interruption', () => {
  test('says which meeting it was, until one is opened', async () => {
    const app = testApp({ stored: { recent, inside } });
    expect(app.parley.store.current.app.interrupted).toMatchObject(inside);
    expect(app.settings.values.inside).toBeNull();
    expect(app.hosting.asked).toEqual([]);
    await toPreview(app);
    expect(app.parley.store.current.app.interrupted).toBeNull();
  });

  test('says nothing more once the meeting is taken off the list', async () => {
    const app = testApp({ stored: { recent, inside } });
    await app.request('recent:forget', inside);
    expect(app.parley.store.current.app.interrupted).toBeNull();
  });

  test('starts the server inside the app if the meeting was on it', () => {
    const app = testApp({
      stored: { recent: [{ server: TARGET.server, room: ROOM, hosted: true, lastAt: 1, secret: null }], inside },
    });
    expect(app.hosting.asked).toEqual(['start']);
    expect(app.parley.store.current.hosting).toMatchObject({ state: 'loopback' });
  });

  test('says nothing of a meeting that was forgotten', () => {
    expect(testApp({ stored: { inside } }).parley.store.current.app.interrupted).toBeNull();
  });
});
