import { describe, expect, test } from 'vitest';

import { settled } from './support/fakeClock.ts';
import { testApp } from './support/ground.ts';
import { ended, ROOM, TARGET } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

const recent = [{ server: TARGET.server, room: ROOM, hosted: false, lastAt: 1, secret: null }];
const inside = { server: TARGET.server, room: ROOM };

describe('where I am is kept', () => {
  test('from joining to the exit, also while reconnecting', async () => {
    const app = testApp();
    await toPreview(app);
    expect(app.settings.values.inside).toBeNull();
    await toMeeting(app);
    expect(app.settings.values.inside).toEqual(inside);
    app.client.feed({ type: 'connection-lost', at: 2 });
    expect(app.settings.values.inside).toEqual(inside);
    app.client.feed(ended);
    expect(app.settings.values.inside).toBeNull();
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
