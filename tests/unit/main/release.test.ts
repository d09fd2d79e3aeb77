import { describe, expect, test } from 'vitest';

import { RELEASE_MS } from '#main/session/releaseGuard.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended, REMOVAL } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

const notices = ({ pushed }: TestApp) => pushed.flatMap((push) => (push.name === 'notice' ? [push.payload.type] : []));

describe('semantics rule 2: everything is released before meeting-left', () => {
  test('the notices wait for the report that nothing is live and no link is open', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    await settled();
    expect(notices(app)).toEqual([]);

    await app.request('capture:report', reported({ camera: true }, 0));
    await settled();
    expect(notices(app)).toEqual([]);
    await app.request('capture:report', reported({}, 1));
    await settled();
    expect(notices(app)).toEqual([]);

    await app.request('capture:report', reported());
    await settled();
    expect(notices(app)).toEqual(['removed-from-room', 'meeting-left']);
    expect(app.parley.store.current.session).toMatchObject({
      phase: 'over',
      exit: { released: true, removal: REMOVAL },
    });
    expect(app.clock.pending).toBe(0);
  });

  test('the page learns that the exit is released before it is told the notices', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    await app.request('capture:report', reported());
    await settled();
    const last = app.pushed.findLast((push) => push.name === 'snapshot');
    const firstNotice = app.pushed.findIndex((push) => push.name === 'notice');
    const before = app.pushed.slice(0, firstNotice).findLast((push) => push.name === 'snapshot');
    expect(before?.payload.session).toMatchObject({ phase: 'over', exit: { released: true } });
    expect(last?.payload.session).toMatchObject({ phase: 'over' });
  });

  test('a page that does not release in time is ended, and only then it is over', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    await app.clock.advance(RELEASE_MS - 1);
    expect(app.done).not.toContain('restart-page');
    expect(app.client.asked).not.toContain('released');
    await app.clock.advance(1);
    expect(app.done.filter((what) => what === 'restart-page')).toHaveLength(1);
    expect(app.parley.store.current.session).toMatchObject({ phase: 'over', exit: { released: true } });
    expect(app.parley.capture.live).toEqual({ microphone: false, camera: false, screen: false });
    await app.clock.advance(10 * RELEASE_MS);
    expect(app.done.filter((what) => what === 'restart-page')).toHaveLength(1);
  });

  test('a device that was about to open is waited for, even if nothing was live', async () => {
    const app = testApp();
    await toPreview(app);
    await app.request('session:join', { name: 'Ana' });
    app.client.feed({ type: 'left', at: 1 });
    expect(app.parley.store.current.session.phase).toBe('idle');
    expect(app.parley.capture.allReleased).toBe(false);
    await app.request('capture:report', reported());
    expect(app.parley.capture.allReleased).toBe(true);
    await app.clock.advance(RELEASE_MS);
    expect(app.done).not.toContain('restart-page');
  });

  test('an exit with nothing open is released at once', async () => {
    const app = testApp({ stored: { joinWithCamera: false, joinWithMicrophone: false } });
    await toMeeting(app);
    await app.request('capture:report', reported());
    app.client.feed(ended);
    await settled();
    expect(notices(app)).toEqual(['removed-from-room', 'meeting-left']);
  });

  test('a device that comes up after the exit has the same time to go, then the page goes', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    await app.request('capture:report', reported());
    await settled();
    await app.request('capture:report', reported({ camera: true }));
    await app.clock.advance(RELEASE_MS);
    expect(app.done).toContain('restart-page');
    expect(notices(app)).toEqual(['removed-from-room', 'meeting-left']);
  });

  test('back from preview, devices must be gone as well', async () => {
    const app = testApp();
    await toPreview(app);
    await app.request('capture:report', reported({ microphone: true, camera: true }));
    await app.request('session:cancel', {});
    expect(app.parley.store.current.session.phase).toBe('idle');
    await app.clock.advance(RELEASE_MS);
    expect(app.done).toContain('restart-page');
  });

  test('a page that crashes after the exit has released everything', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    app.parley.page.crashed('oom');
    await settled();
    expect(app.parley.store.current.session).toMatchObject({ exit: { released: true } });
    expect(notices(app)).toEqual([]);
    // The new page is told what the old one could not be told.
    await app.request('app:snapshot', {});
    expect(notices(app)).toEqual(['removed-from-room', 'meeting-left']);
  });
});
