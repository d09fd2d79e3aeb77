import { describe, expect, test } from 'vitest';

import { settled } from './support/fakeClock.ts';
import { testApp } from './support/ground.ts';
import { ended, welcomed } from './support/meeting.ts';
import { reported, startSharing, toMeeting, toPreview } from './support/situations.ts';

const wanted = ({ parley }: ReturnType<typeof testApp>) => {
  const { microphone, camera, screen } = parley.store.current.capture;
  return { microphone: microphone.wanted, camera: camera.wanted, screen: screen.wanted };
};

describe('what is wanted', () => {
  test('nothing, before a preview', async () => {
    const app = testApp();
    expect(wanted(app)).toEqual({ microphone: false, camera: false, screen: false });
    expect(await app.request('capture:want', { kind: 'camera', on: true })).toMatchObject({
      error: { code: 'wrong-phase' },
    });
    expect(wanted(app)).toEqual({ microphone: false, camera: false, screen: false });
  });

  test('in preview, what the settings say', async () => {
    const app = testApp({ stored: { joinWithCamera: false } });
    await toPreview(app);
    expect(wanted(app)).toEqual({ microphone: true, camera: false, screen: false });
  });

  test('what was switched in preview stays so in the meeting', async () => {
    const app = testApp();
    await toPreview(app);
    await app.request('capture:want', { kind: 'camera', on: false });
    await app.request('session:join', { name: 'Ana' });
    app.client.feed(welcomed());
    expect(wanted(app)).toEqual({ microphone: true, camera: false, screen: false });
  });

  test('nothing, from the moment that the meeting is over', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    expect(wanted(app)).toEqual({ microphone: false, camera: false, screen: false });
    expect(await app.request('capture:want', { kind: 'microphone', on: true })).toMatchObject({
      error: { code: 'wrong-phase' },
    });
  });

  test('who rejoins has on what was on at the exit', async () => {
    const app = testApp();
    await toMeeting(app);
    await app.request('capture:want', { kind: 'camera', on: false });
    app.client.feed(ended);
    await app.request('capture:report', reported());
    await settled();
    await app.request('session:rejoin', {});
    expect(wanted(app)).toEqual({ microphone: true, camera: false, screen: false });
    expect(app.client.joins.at(-1)?.media).toEqual({ microphone: false, camera: false, screen: false });
  });

  test('a screen only inside a meeting', async () => {
    const app = testApp();
    await toPreview(app);
    expect(app.parley.capture.want('screen', true)).toMatchObject({ error: { code: 'not-joined' } });
    await toMeeting(app);
  });

  test('a screen, shared by a guest', async () => {
    const app = testApp();
    await toMeeting(app);
    expect(await startSharing(app)).toMatchObject({ ok: true });
    expect(wanted(app).screen).toBe(true);
  });

  test('asking again for what failed lets the page see it off in between, so that it tries again', async () => {
    const app = testApp();
    await toPreview(app);
    const failed = { ...reported(), camera: { live: false, error: 'capture-busy' as const } };
    await app.request('capture:report', failed);
    await settled();
    expect(app.parley.store.current.capture.camera).toMatchObject({ wanted: true, error: 'capture-busy' });
    const seen = app.pushed.length;
    await app.request('capture:want', { kind: 'camera', on: true });
    await settled();
    const cameras = app.pushed
      .slice(seen)
      .flatMap((push) => (push.name === 'snapshot' ? [push.payload.capture.camera] : []));
    expect(cameras.map((camera) => camera.wanted)).toEqual([false, true]);
    expect(cameras.at(-1)?.error).toBeNull();
  });
});

describe('what is live', () => {
  test('is what the page reports, and an error only of what is wanted', async () => {
    const app = testApp({ stored: { joinWithCamera: false } });
    await toPreview(app);
    await app.request('capture:report', {
      ...reported({ microphone: true }),
      camera: { live: false, error: 'capture-busy' },
    });
    const { microphone, camera } = app.parley.store.current.capture;
    expect(microphone).toMatchObject({ wanted: true, live: true, error: null });
    expect(camera).toMatchObject({ wanted: false, live: false, error: null });
  });

  test('is not all released while a microphone listens, though it sends nothing', async () => {
    const app = testApp();
    await toMeeting(app);
    app.client.feed(ended);
    const closed = { live: false, error: null };
    const report = { microphone: closed, camera: closed, screen: closed, links: 0 };
    expect(await app.request('capture:report', { ...report, ear: true })).toMatchObject({ ok: true });
    expect(app.parley.capture.live.microphone).toBe(false);
    expect(app.parley.capture.allReleased).toBe(false);
    expect(await app.request('capture:report', report)).toMatchObject({ ok: true });
    expect(app.parley.capture.allReleased).toBe(true);
  });

  test('is nothing once the page is lost', async () => {
    const app = testApp();
    await toMeeting(app);
    app.parley.page.reloading();
    expect(app.parley.capture.live).toEqual({ microphone: false, camera: false, screen: false });
    expect(app.parley.capture.allReleased).toBe(true);
  });
});

test('a chosen device is kept in the settings', async () => {
  const app = testApp();
  await app.request('capture:choose', { kind: 'microphone', deviceId: 'headset' });
  await app.request('capture:choose', { kind: 'camera', deviceId: null });
  await app.request('capture:choose', { kind: 'speaker', deviceId: 'headset-out' });
  expect(app.settings.values).toMatchObject({ microphoneId: 'headset', cameraId: null, speakerId: 'headset-out' });
  expect(app.parley.store.current.capture.microphone.deviceId).toBe('headset');
  expect(app.parley.store.current.settings.microphoneId).toBe('headset');
});

test('joining announces only what is really open', async () => {
  const app = testApp();
  await toPreview(app);
  await app.request('capture:report', reported({ microphone: true }));
  await app.request('session:join', { name: 'Ana' });
  expect(app.client.joins).toEqual([{ name: 'Ana', media: { microphone: true, camera: false, screen: false } }]);
});
