import { expect, test } from 'vitest';

import { MEDIA_DEFAULTS } from '#main/settings/mediaSettings.ts';
import { adjust, asksOf, sameAsks } from '#renderer/media/capture/asks.ts';

test('a microphone is asked for what the settings say', () => {
  expect(asksOf('microphone', { ...MEDIA_DEFAULTS, noiseSuppression: false })).toEqual({
    noiseSuppression: false,
    echoCancellation: true,
    autoGainControl: true,
  });
});

test.each([
  ['auto', 720],
  ['360p', 360],
  ['720p', 720],
  ['1080p', 1080],
] as const)('a camera set to %s is asked for %d lines', (cameraResolution, ideal) => {
  expect(asksOf('camera', { ...MEDIA_DEFAULTS, cameraResolution }).height).toEqual({ ideal });
});

test('who saves data asks the camera for no more than is sent', () => {
  const asks = asksOf('camera', { ...MEDIA_DEFAULTS, cameraResolution: '1080p', dataSaver: true });
  expect(asks).toMatchObject({ height: { ideal: 360 }, frameRate: { ideal: 15 } });
});

test('what has nothing to do with a device changes nothing of what it is asked', () => {
  const before = asksOf('microphone', MEDIA_DEFAULTS);
  expect(sameAsks(before, asksOf('microphone', { ...MEDIA_DEFAULTS, dataSaver: true }))).toBe(true);
});

/** A track that takes what it is asked, but for what `fixed` says. */
function track(fixed: MediaTrackSettings, most = 1080) {
  let settings: MediaTrackSettings = {};
  return {
    async applyConstraints({ height, ...rest }: MediaTrackConstraints) {
      const lines = typeof height === 'object' ? height.ideal : height;
      settings = { ...(rest as MediaTrackSettings), ...(lines === undefined ? {} : { height: lines }), ...fixed };
    },
    getSettings: () => settings,
    getCapabilities: () => ({ height: { max: most } }),
  } as unknown as MediaStreamTrack;
}

test('a track that goes on as before is not taken for one that was asked', async () => {
  const quiet = asksOf('microphone', MEDIA_DEFAULTS);
  expect(await adjust(track({}), quiet)).toBe(true);
  expect(await adjust(track({ echoCancellation: false }), quiet)).toBe(false);
});

test('a camera at its best does what it is asked, as far as it can', async () => {
  const large = asksOf('camera', { ...MEDIA_DEFAULTS, cameraResolution: '1080p' });
  expect(await adjust(track({ height: 480 }, 480), large)).toBe(true);
  expect(await adjust(track({ height: 480 }, 1080), large)).toBe(false);
});

test('a track that refuses is opened anew', async () => {
  const refusing = { applyConstraints: () => Promise.reject(new DOMException('', 'OverconstrainedError')) };
  expect(await adjust(refusing as unknown as MediaStreamTrack, {})).toBe(false);
});
