import { describe, expect, test } from 'vitest';

import { createWords } from '#languages/words.ts';
import { trayView } from '#main/desktop/trayView.ts';

import { settled } from './support/fakeClock.ts';
import { testApp } from './support/ground.ts';
import { room, welcomed } from './support/meeting.ts';
import { reported, toMeeting, toPreview, startSharing } from './support/situations.ts';

type App = ReturnType<typeof testApp>;

const { t } = createWords();

const wanted = ({ parley }: App) => {
  const { microphone, camera } = parley.store.current.capture;
  return [microphone.wanted, camera.wanted];
};

const becomes = (app: App, role: string): void => app.client.feed({ type: 'room-changed', room: room({ role }) });

const wantOn = (app: App, kind: 'microphone' | 'camera' | 'screen') =>
  kind === 'screen' ? startSharing(app) : app.request('capture:want', { kind, on: true });

describe('a viewer', () => {
  test('has microphone and camera released at once when the right goes, and says no word against it', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('capture:report', reported({ microphone: true, camera: true }));
    expect(wanted(app)).toEqual([true, true]);
    becomes(app, 'viewer');
    expect(wanted(app)).toEqual([false, false]);
    await app.request('capture:report', reported());
    await settled();
    const on = app.client.commands.filter((one) => one.type === 'set-media-state' && one.media.microphone);
    // At most the word from before: with the role the room has me as off already.
    expect(on.length).toBeLessThanOrEqual(1);
    expect(app.parley.capture.live).toEqual({ microphone: false, camera: false, screen: false });
  });

  test.each(['microphone', 'camera', 'screen'] as const)('can not turn the %s on', async (kind) => {
    const app = testApp();
    await toMeeting(app);
    becomes(app, 'viewer');
    expect(await wantOn(app, kind)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(app.parley.store.current.capture[kind].wanted).toBe(false);
  });

  test('who may speak again has everything off until they turn it on', async () => {
    const app = testApp();
    await toMeeting(app);
    becomes(app, 'viewer');
    becomes(app, 'guest');
    expect(wanted(app)).toEqual([false, false]);
    expect(await wantOn(app, 'microphone')).toMatchObject({ ok: true });
    expect(wanted(app)).toEqual([true, false]);
  });

  test('who comes in as one has on nothing of what was on in the preview', async () => {
    const app = testApp();
    await toPreview(app);
    expect(wanted(app)).toEqual([true, true]);
    await app.request('session:join', { name: 'Ana' });
    app.client.feed(welcomed({ role: 'viewer' }));
    expect(wanted(app)).toEqual([false, false]);
  });

  test('finds both switches of the tray off, by the names that they always have', async () => {
    const app = testApp();
    await toMeeting(app);
    becomes(app, 'viewer');
    const items = trayView(t, app.parley.store.current, false).items.slice(0, 2);
    expect(items).toEqual([
      { id: 'microphone', label: 'Unmute', enabled: false },
      { id: 'camera', label: 'Start video', enabled: false },
    ]);
    becomes(app, 'guest');
    expect(trayView(t, app.parley.store.current, false).items[0]?.enabled).toBe(true);
  });
});

test('handing over makes the other host first, and then me what I step down to', async () => {
  const app = testApp();
  await toMeeting(app);
  const participant = Object.keys(room().participants)[1] ?? '';
  const asked = app.request('room:change-role', { participant, role: 'host', stepDown: 'guest' });
  await settled();
  expect(await asked).toMatchObject({ ok: true });
  const commands = app.client.commands.filter(({ type }) => type === 'change-role');
  expect(commands).toEqual([
    { type: 'change-role', participant, role: 'host' },
    { type: 'change-role', participant: Object.keys(room().participants)[0], role: 'guest' },
  ]);
});
