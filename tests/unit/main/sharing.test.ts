import { describe, expect, test } from 'vitest';

import { settled } from './support/fakeClock.ts';
import { testApp, type TestApp } from './support/ground.ts';
import { BEN, ended, ME } from './support/meeting.ts';
import { capture, live, meeting, report, SENDING, share, sharing, why } from './support/sharing.ts';
import { happen, reported, startSharing, toMeeting, toPreview } from './support/situations.ts';

describe('what can be shared', () => {
  test('is listed in a meeting, to who may share', async () => {
    const app = testApp();
    await toPreview(app);
    expect(await app.request('share:sources', {})).toMatchObject({ error: { code: 'not-joined' } });
    await toMeeting(app);
    expect(await app.request('share:sources', {})).toEqual({
      ok: true,
      value: { sources: app.screens.shown, isDenied: false, hasSound: false },
    });
    await happen(app, {
      type: 'role-changed',
      principal: `principal-of-${ME}` as never,
      role: 'viewer',
      by: null,
      at: 1,
    });
    expect(await app.request('share:sources', {})).toMatchObject({ error: { code: 'forbidden' } });
    expect(await app.request('share:start', { source: 'screen:0:0', sound: false })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  test('is nothing where the system shows none, and a word where it gives no list', async () => {
    const app = await meeting();
    app.screens.isDenied = true;
    expect(await app.request('share:sources', {})).toMatchObject({ value: { sources: [], isDenied: true } });
    app.screens.isDenied = false;
    app.screens.works = false;
    expect(await app.request('share:sources', {})).toMatchObject({ error: { code: 'capture-busy' } });
  });

  test('is only what was listed last, in this meeting', async () => {
    const app = await meeting();
    expect(await app.request('share:start', { source: 'screen:0:0', sound: false })).toMatchObject({
      error: { code: 'bad-request' },
    });
    await app.request('share:sources', {});
    app.screens.shown = app.screens.shown.slice(1);
    await app.request('share:sources', {});
    for (const source of ['screen:0:0', 'window:8:0', '__proto__']) {
      expect(await app.request('share:start', { source, sound: false })).toMatchObject({
        error: { code: 'bad-request' },
      });
    }
    expect(capture(app).wanted).toBe(false);
    expect(await app.request('capture:want', { kind: 'screen', on: true })).toMatchObject({
      error: { code: 'bad-request' },
    });
  });
});

describe('a share', () => {
  test('is of what was chosen, which main alone knows how to get at', async () => {
    const app = await meeting();
    expect(app.parley.sharing.chosen).toBeNull();
    expect(await startSharing(app, 'window:7:0')).toEqual({ ok: true, value: null });
    expect(capture(app)).toMatchObject({ wanted: true, live: false });
    expect(share(app)).toEqual({ kind: 'window', name: 'Budget', sound: false });
    expect(app.parley.sharing.chosen).toEqual({ id: 'window:7:0', name: 'Budget', sound: false });
    expect(app.done).toContain('gesture');
    expect(await startSharing(app)).toMatchObject({ error: { code: 'bad-request' } });
    expect(share(app)?.name).toBe('Budget');
  });

  test('has the sound of the system where there is any to have', async () => {
    const app = await meeting();
    await startSharing(app, 'screen:0:0', true);
    expect(app.parley.sharing.chosen?.sound).toBe(false);
    await app.request('share:stop', {});
    app.screens.hasSound = true;
    await startSharing(app, 'screen:0:0', true);
    expect([app.parley.sharing.chosen?.sound, share(app)?.sound]).toEqual([true, true]);
  });

  test('is told to the room when it is open, and over by Stop, in the window or the tray', async () => {
    for (const stop of [
      (app: TestApp) => app.request('share:stop', {}),
      (app: TestApp) => Promise.resolve(app.parley.desktop.clicked('share')),
    ]) {
      const app = await sharing();
      expect(app.client.commands).toContainEqual({ type: 'set-media-state', media: { ...SENDING, screen: true } });
      expect(app.tray()?.items).toContainEqual({ id: 'share', label: 'Stop sharing', enabled: true });
      await stop(app);
      expect([capture(app).wanted, share(app), app.parley.sharing.chosen, why(app)]).toEqual([false, null, null, null]);
      expect(app.tray()?.items.map(({ id }) => id)).not.toContain('share');
      await live(app, false);
      await settled();
      expect(app.client.commands.at(-1)).toEqual({ type: 'set-media-state', media: SENDING });
    }
  });

  test.each([
    ['capture-not-found', 'gone'],
    ['capture-refused', 'refused'],
    ['capture-busy', 'failed'],
  ] as const)('that the page reports as %s is over, with a word', async (error, word) => {
    const app = await sharing();
    await report(app, { live: false, error });
    expect([capture(app).wanted, share(app), why(app)]).toEqual([false, null, word]);
    expect(app.parley.store.current.shareEnd?.name).toBe('Entire screen');
    await startSharing(app);
    expect(why(app)).toBeNull();
  });

  test('that a host stops is closed, and what was chosen is forgotten', async () => {
    const app = await sharing();
    const by = { participant: BEN, name: 'Ben' };
    await happen(app, { type: 'media-stopped', participant: ME, media: ['screen'], by, at: 50 });
    expect([capture(app).wanted, share(app), app.parley.sharing.chosen]).toEqual([false, null, null]);
  });

  test('that my role may not have any more is closed', async () => {
    const app = await sharing();
    await happen(app, {
      type: 'role-changed',
      principal: `principal-of-${ME}` as never,
      role: 'viewer',
      by: null,
      at: 1,
    });
    expect([capture(app).wanted, share(app)]).toEqual([false, null]);
  });

  test('is over with the meeting, which is not left before the screen is closed', async () => {
    const app = await sharing();
    app.client.feed(ended);
    expect([capture(app).wanted, share(app), app.parley.sharing.chosen]).toEqual([false, null, null]);
    await app.request('capture:report', reported({ screen: true }));
    expect(app.client.asked).not.toContain('released');
    await app.request('capture:report', reported());
    await settled();
    expect(app.client.asked).toContain('released');
  });

  test('that somebody else began first is closed, and the room is told of the rest', async () => {
    const app = await meeting();
    await startSharing(app);
    app.client.answer = (command) =>
      Promise.resolve(
        command.type === 'set-media-state' && command.media.screen
          ? { ok: false, error: { code: 'already-shared' } }
          : { ok: true, value: 9 },
      );
    await live(app);
    await settled();
    expect([capture(app).wanted, why(app)]).toEqual([false, 'taken']);
    await report(app, { live: false, error: null });
    await app.request('capture:report', reported({ microphone: true }, 1));
    await settled();
    expect(app.client.commands.at(-1)).toEqual({
      type: 'set-media-state',
      media: { microphone: true, camera: false, screen: false },
    });
  });
});
