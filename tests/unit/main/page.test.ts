import { describe, expect, test } from 'vitest';

import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { LinkId } from '#protocol/ids.ts';
import { MAX_QUEUED_SIGNALS } from '#main/session/pageOutbox.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { BEN, ended, ME } from './support/meeting.ts';
import { reported, toMeeting } from './support/situations.ts';

const signal = (generation: number): IncomingSignal => ({
  from: BEN,
  link: `${BEN}~${ME}` as LinkId,
  generation,
  data: '{}',
});

const signals = ({ pushed }: TestApp) =>
  pushed.flatMap((push) => (push.name === 'signal' ? [push.payload.generation] : []));
const snapshots = ({ pushed }: TestApp) => pushed.filter((push) => push.name === 'snapshot').length;
const notices = ({ pushed }: TestApp) => pushed.flatMap((push) => (push.name === 'notice' ? [push.payload.type] : []));

describe('signals', () => {
  test('wait until the page’s media is set up, and then come in order', async () => {
    const app = testApp();
    await app.request('app:snapshot', {});
    for (const generation of [1, 2, 3]) app.client.receive(signal(generation));
    expect(signals(app)).toEqual([]);
    await app.request('signal:ready', {});
    expect(signals(app)).toEqual([1, 2, 3]);
    app.client.receive(signal(4));
    expect(signals(app)).toEqual([1, 2, 3, 4]);
  });

  test('wait again while the page loads anew', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.page.reloading();
    app.client.receive(signal(7));
    expect(signals(app)).toEqual([]);
    await app.request('app:snapshot', {});
    await app.request('signal:ready', {});
    expect(signals(app)).toEqual([7]);
  });

  test('come after the snapshot that they belong to', async () => {
    const app = testApp();
    await toMeeting(app);
    const before = app.pushed.length;
    await app.request('capture:want', { kind: 'camera', on: false });
    app.client.receive(signal(1));
    expect(app.pushed.slice(before).map((push) => push.name)).toEqual(['snapshot', 'signal']);
  });

  test('of a stay that is over are forgotten', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.page.reloading();
    app.client.receive(signal(1));
    app.client.feed(ended);
    await app.request('signal:ready', {});
    expect(signals(app)).toEqual([]);
  });

  test('for a page that never comes do not fill the memory', async () => {
    const app = testApp();
    for (let generation = 0; generation < MAX_QUEUED_SIGNALS + 5; generation += 1)
      app.client.receive(signal(generation));
    await app.request('signal:ready', {});
    expect(signals(app)).toHaveLength(MAX_QUEUED_SIGNALS);
    expect(app.logged.filter((what) => what === 'signal-dropped')).toHaveLength(5);
  });

  test('of the page go to the client', async () => {
    const app = testApp();
    await toMeeting(app);
    const sent = { to: BEN, link: `${BEN}~${ME}`, generation: 2, data: '{"type":"offer"}' } as const;
    expect(await app.request('signal:send', sent)).toMatchObject({ ok: true });
    expect(app.client.signals).toEqual([sent]);
  });
});

describe('snapshots', () => {
  test('are pushed from the first one that was asked for', async () => {
    const app = testApp();
    app.parley.store.patchCapture('camera', { error: 'capture-busy' });
    await settled();
    expect(snapshots(app)).toBe(0);
    await app.request('app:snapshot', {});
    app.parley.store.patchCapture('camera', { error: null });
    await settled();
    expect(snapshots(app)).toBe(1);
  });
});

describe('notices', () => {
  test('that nobody could be told wait for the next page, once', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    app.parley.page.reloading();
    await settled();
    expect(notices(app)).toEqual([]);
    await app.request('app:snapshot', {});
    await app.request('app:snapshot', {});
    expect(notices(app)).toEqual(['removed-from-room', 'meeting-left']);
  });
});

describe('a page that is lost in a meeting', () => {
  test('is brought back, and the meeting goes on with everything off until it is', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.page.crashed('crashed');
    expect(app.done).toContain('restart-page');
    await settled();
    expect(app.parley.store.current.session.phase).toBe('joined');
    expect(app.client.commands.at(-1)).toEqual({
      type: 'set-media-state',
      media: { microphone: false, camera: false, screen: false },
    });
    // What was wanted still is: the new page opens it and says so.
    expect(app.parley.store.current.capture.camera).toMatchObject({ wanted: true, live: false });
    await app.request('capture:report', reported({ microphone: true, camera: true }));
    await settled();
    expect(app.client.commands.at(-1)).toMatchObject({ media: { microphone: true, camera: true } });
  });

  test('is given up after three times within a minute: the meeting is left', async () => {
    const app = testApp();
    await toMeeting(app);
    for (let crash = 1; crash <= 3; crash += 1) app.parley.page.crashed('crashed');
    await settled();
    expect(app.parley.store.current.session.phase).toBe('joined');
    app.parley.page.crashed('crashed');
    await settled();
    expect(app.client.asked).toContain('leave');
    expect(app.parley.store.current.session).toMatchObject({ phase: 'over', exit: { released: true } });
    expect(app.done.filter((what) => what === 'restart-page')).toHaveLength(4);
  });

  test('now and then is no reason to leave', async () => {
    const app = testApp();
    await toMeeting(app);
    for (let crash = 1; crash <= 10; crash += 1) {
      app.parley.page.crashed('crashed');
      await app.clock.advance(30_000);
    }
    expect(app.client.asked).not.toContain('leave');
  });

  test('for good leaves', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.page.closed();
    await settled();
    expect(app.parley.store.current.session).toMatchObject({ phase: 'over', exit: { released: true } });
  });
});
