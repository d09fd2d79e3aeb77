import { describe, expect, test } from 'vitest';

import type { Result } from '#protocol/errors.ts';
import { REASON_TYPES } from '#protocol/reasons.ts';
import type { Exit } from '#protocol/session.ts';
import type { Access } from '#client/contract.ts';
import { Deferred } from '#client/deferred.ts';
import { exitNotification } from '#main/desktop/exitNotification.ts';
import { createWords } from '#languages/words.ts';
import { reasonOf } from '#meeting/reason.ts';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { ended, REMOVAL, SECRET, TARGET } from './support/meeting.ts';
import { reported, toMeeting, toPreview } from './support/situations.ts';

const { t } = createWords();
const labels = (app: TestApp) => app.tray()?.items.map(({ label }) => label);
const enabled = (app: TestApp) => app.tray()?.items.flatMap(({ id, enabled: on }) => (on ? [id] : []));

describe('the tray', () => {
  test('at home has its five items, and what makes no sense is off', () => {
    const app = testApp();
    expect(labels(app)).toEqual(['Unmute', 'Start video', 'Leave meeting', 'Show Parley', 'Quit Parley']);
    expect(enabled(app)).toEqual(['show', 'quit']);
    expect(app.tray()?.icon).toBe('idle');
  });

  test('in a meeting shows and switches microphone and camera', async () => {
    const app = testApp();
    await toMeeting(app);
    expect(labels(app)).toEqual(['Mute', 'Stop video', 'Leave meeting', 'Show Parley', 'Quit Parley']);
    expect(enabled(app)).toEqual(['microphone', 'camera', 'leave', 'show', 'quit']);
    expect(app.tray()?.icon).toBe('meeting');
    app.parley.desktop.clicked('microphone');
    expect(labels(app)?.[0]).toBe('Unmute');
    expect(app.tray()?.icon).toBe('muted');
    expect(app.parley.store.current.capture.microphone.wanted).toBe(false);
    app.parley.desktop.clicked('camera');
    expect(labels(app)?.[1]).toBe('Start video');
    app.parley.desktop.clicked('microphone');
    expect(app.parley.store.current.capture.microphone.wanted).toBe(true);
  });

  test('says for how long I have been in, minute by minute, until I am out', async () => {
    const app = testApp({ stored: { aloneMinutes: null } });
    await toMeeting(app);
    expect(app.tray()?.tooltip).toBe('Parley: in a meeting');
    await app.clock.advance(12 * 60_000);
    expect(app.tray()?.tooltip).toBe('Parley: in a meeting · 12 min');
    app.client.feed({ type: 'connection-lost', at: 2 });
    await app.clock.advance(60_000);
    expect(app.tray()?.tooltip).toBe('Parley: in a meeting · 13 min');
    app.client.feed(ended);
    expect(app.tray()?.tooltip).toBe('Parley');
  });

  test('of a device that failed offers to start it, and tries again', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('capture:report', {
      ...reported({ microphone: true }),
      camera: { live: false, error: 'capture-busy' },
    });
    expect(labels(app)?.[1]).toBe('Start video');
    app.parley.desktop.clicked('camera');
    expect(app.parley.store.current.capture.camera).toMatchObject({ wanted: true, error: null });
  });

  test('leaves with the window hidden', async () => {
    const app = testApp();
    await toMeeting(app);
    app.window.visible = false;
    app.parley.desktop.clicked('leave');
    await settled();
    expect(app.parley.store.current.session.phase).toBe('over');
    expect(app.window.visible).toBe(false);
  });

  test('leaves while joining', async () => {
    const app = testApp();
    await toPreview(app);
    await app.request('session:join', { name: 'Ana' });
    expect(enabled(app)).toContain('leave');
    app.parley.desktop.clicked('leave');
    expect(app.client.asked.at(-1)).toBe('cancel');
    expect(app.parley.store.current.session.phase).toBe('idle');
  });

  test('leaves while a meeting is only being made: it comes to nothing', async () => {
    const app = testApp();
    const made = new Deferred<Result<Access>>();
    app.client.create = () => made.promise;
    const creating = app.request('session:create', {});
    await settled();
    expect(enabled(app)).toContain('leave');
    app.parley.desktop.clicked('leave');
    expect(enabled(app)).not.toContain('leave');
    made.resolve({ ok: true, value: { target: TARGET, secret: SECRET } });
    expect(await creating).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(app.parley.store.current.session.phase).toBe('idle');
  });

  test('shows the window', () => {
    const app = testApp();
    app.window.visible = false;
    app.parley.desktop.clicked('show');
    expect(app.window.visible).toBe(true);
  });
});

describe('a notification', () => {
  test('tells of an end while no window shows, once everything is released; a click shows the window', async () => {
    const app = testApp();
    await toMeeting(app);
    app.window.visible = false;
    app.client.feed(ended);
    await settled();
    expect(app.notifications).toEqual([]);
    await app.request('capture:report', reported());
    await settled();
    app.client.feed({ type: 'standing', role: null, refusal: { code: 'room-locked' }, mayUnlock: false });
    expect(app.notifications, 'news of the way back is no second exit').toHaveLength(1);
    expect(app.notifications[0]).toMatchObject({ title: 'The meeting was ended', body: 'By Ben. Out of time' });
    app.notifications[0]?.click();
    expect(app.window.visible).toBe(true);
    await app.request('session:dismiss', {});
    expect(app.notifications).toHaveLength(1);
  });

  test('is not needed where the window shows, nor for what I did myself', async () => {
    const shown = testApp();
    await toMeeting(shown);
    shown.client.feed(ended);
    await shown.request('capture:report', reported());
    await settled();
    const mine = testApp();
    await toMeeting(mine);
    mine.window.visible = false;
    mine.parley.desktop.clicked('leave');
    await settled();
    await mine.request('capture:report', reported());
    await settled();
    expect(mine.parley.store.current.session).toMatchObject({ phase: 'over', exit: { released: true } });
    expect([...shown.notifications, ...mine.notifications]).toEqual([]);
  });

  test('has words for every reason, and none that blames or guesses', () => {
    for (const type of REASON_TYPES) {
      const exit: Exit = {
        reason: reasonOf(type),
        removal: null,
        error: null,
        mine: false,
        mayRejoin: true,
        at: 1,
        released: true,
      };
      const text = exitNotification(t, exit);
      expect(text?.title).toMatch(/^[A-Z][a-z ]+$/);
      expect(text?.body).toMatch(/\.$/);
      expect(exitNotification(t, { ...exit, mine: true })).toBeNull();
    }
  });

  test('of a removal says who and why; an unknown remover does not turn it into an end (semantics rule 5)', () => {
    const exit: Exit = {
      reason: reasonOf('REMOVE_PEER'),
      removal: { ...REMOVAL, roomWasEnded: false, peerWhoRemoved: null, reason: '' },
      error: null,
      mine: false,
      mayRejoin: true,
      at: 1,
      released: true,
    };
    expect(exitNotification(t, exit)).toEqual({
      title: 'You were removed from the meeting',
      body: 'Open Parley to read more.',
    });
  });

  test.each([
    ['duration', 'The meeting was closed', 'It reached its time limit.'],
    ['no-host', 'The meeting was closed', 'It was without a host for too long.'],
    ['shutdown', 'The meeting was closed', 'Its server was shut down.'],
    ['alone', 'You are out of the meeting', 'You were alone there.'],
  ] as const)('of the policy %s says which it was', (policy, title, body) => {
    const exit: Exit = {
      reason: reasonOf('ROOM_CLOSE'),
      removal: policy === 'alone' ? null : { ...REMOVAL, peerWhoRemoved: null, reason: '' },
      policy,
      error: null,
      mine: false,
      mayRejoin: true,
      at: 1,
      released: true,
    };
    expect(exitNotification(t, exit)).toEqual({ title, body });
  });
});
