import { describe, expect, test } from 'vitest';

import { ended } from './support/meeting.ts';
import { settled } from './support/fakeClock.ts';
import { testApp } from './support/ground.ts';
import { reported, toMeeting } from './support/situations.ts';

const MUTE = 'Control+Alt+M';
const LEAVE = 'Control+Alt+L';

describe('keys for the whole computer', () => {
  test('are none until somebody sets some', async () => {
    const app = testApp();
    await toMeeting(app);
    expect([...app.keyboard.held.keys()]).toEqual([]);
  });

  test('are held in a meeting only, from joining to the exit, and mute and leave', async () => {
    const app = testApp({ stored: { globalMute: MUTE, globalLeave: LEAVE } });
    expect([...app.keyboard.held.keys()]).toEqual([]);
    await toMeeting(app);
    app.window.visible = false;
    expect([...app.keyboard.held.keys()]).toEqual([MUTE, LEAVE]);
    app.keyboard.press(MUTE);
    expect(app.parley.store.current.capture.microphone.wanted).toBe(false);
    app.keyboard.press(MUTE);
    expect(app.parley.store.current.capture.microphone.wanted).toBe(true);
    app.keyboard.press(LEAVE);
    await settled();
    expect(app.parley.store.current.session.phase).toBe('over');
    expect([...app.keyboard.held.keys()]).toEqual([]);
  });

  test('are given back by every quit', async () => {
    const app = testApp({ stored: { globalMute: MUTE } });
    await toMeeting(app);
    app.parley.quitting.withoutAsking();
    await app.request('capture:report', reported());
    await app.clock.advance(20_000);
    expect(app.done).toContain('exit');
    expect(app.keyboard.held.size).toBe(0);
  });

  test('are set by pressing them, kept, and free for others again outside of a meeting', async () => {
    const app = testApp();
    expect(await app.request('shortcuts:set', { action: 'mute', keys: MUTE })).toEqual({ ok: true, value: null });
    expect(app.settings.values.globalMute).toBe(MUTE);
    expect(app.parley.store.current.settings.globalMute).toBe(MUTE);
    expect(app.keyboard.held.size).toBe(0);
    await app.request('shortcuts:set', { action: 'mute', keys: null });
    expect(app.settings.values.globalMute).toBeNull();
  });

  test('that another program holds are refused, and those of before stay', async () => {
    const app = testApp({ stored: { globalMute: MUTE } });
    await toMeeting(app);
    app.keyboard.taken.add('F9');
    const answer = await app.request('shortcuts:set', { action: 'mute', keys: 'F9' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'shortcut-taken' } });
    expect(app.settings.values.globalMute).toBe(MUTE);
    app.keyboard.press(MUTE);
    expect(app.parley.store.current.capture.microphone.wanted).toBe(false);
  });

  test('that I use for something else are refused', async () => {
    const app = testApp({ stored: { globalMute: MUTE } });
    const answer = await app.request('shortcuts:set', { action: 'leave', keys: MUTE });
    expect(answer).toMatchObject({ ok: false, error: { code: 'shortcut-twice' } });
    expect(app.settings.values.globalLeave).toBeNull();
  });

  test('that were taken since they were set are said to be, for as long as they would be needed', async () => {
    const app = testApp({ stored: { globalMute: MUTE, globalLeave: LEAVE } });
    app.keyboard.taken.add(MUTE);
    await toMeeting(app);
    expect(app.parley.store.current.shortcutsTaken).toEqual(['mute']);
    expect([...app.keyboard.held.keys()]).toEqual([LEAVE]);
    await app.request('shortcuts:set', { action: 'mute', keys: 'F10' });
    expect(app.parley.store.current.shortcutsTaken).toEqual([]);
    app.client.feed(ended);
    expect(app.parley.store.current.shortcutsTaken).toEqual([]);
  });

  test('do nothing while others are being chosen', async () => {
    const app = testApp({ stored: { globalMute: MUTE } });
    await toMeeting(app);
    await app.request('shortcuts:pause', { on: true });
    app.keyboard.press(MUTE);
    expect(app.parley.store.current.capture.microphone.wanted).toBe(true);
    await app.request('shortcuts:pause', { on: false });
    app.keyboard.press(MUTE);
    expect(app.parley.store.current.capture.microphone.wanted).toBe(false);
  });

  test.each(['M', 'Shift+M', 'Control', 'Control+', 'Control+Alt+Enter', 'Control+Ä', 'F25', '', 'x'.repeat(80)])(
    'that would take a letter from every program, or are none, are refused: %s',
    async (keys) => {
      const app = testApp();
      expect(await app.request('shortcuts:set', { action: 'mute', keys })).toMatchObject({
        error: { code: 'bad-request' },
      });
    },
  );
});

describe('a key that is held to talk', () => {
  test('opens the microphone while it is held', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('capture:want', { kind: 'microphone', on: false });
    await app.request('capture:hold-to-talk', { held: true });
    expect(app.parley.store.current.capture.microphone.wanted).toBe(true);
    await app.request('capture:hold-to-talk', { held: false });
    expect(app.parley.store.current.capture.microphone.wanted).toBe(false);
  });

  test('does not mute whoever was heard anyway', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('capture:hold-to-talk', { held: true });
    await app.request('capture:hold-to-talk', { held: false });
    expect(app.parley.store.current.capture.microphone.wanted).toBe(true);
  });

  test('leaves nobody heard whose page went while it was down', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('capture:want', { kind: 'microphone', on: false });
    await app.request('capture:hold-to-talk', { held: true });
    app.parley.page.crashed('oom');
    expect(app.parley.store.current.capture.microphone.wanted).toBe(false);
  });

  test('does nothing more after something else has muted me', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('capture:want', { kind: 'microphone', on: false });
    await app.request('capture:hold-to-talk', { held: true });
    app.parley.desktop.clicked('microphone');
    app.parley.desktop.clicked('microphone');
    await app.request('capture:hold-to-talk', { held: false });
    expect(app.parley.store.current.capture.microphone.wanted).toBe(true);
  });

  test('is refused where I may not speak', async () => {
    const app = testApp();
    expect(await app.request('capture:hold-to-talk', { held: true })).toMatchObject({ error: { code: 'wrong-phase' } });
  });
});
