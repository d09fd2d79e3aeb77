import { expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import { fitQuality, sendQuality } from '#renderer/media/mesh/sendQuality.ts';
import { sparing } from '#renderer/media/sparing.ts';

const idOf = (name: string): ParticipantId => name as ParticipantId;

test.each([
  // links, captured lines, scaled down by, pictures a second, bits a second
  [0, 720, 1, 30, 1_700_000],
  [1, 720, 1, 30, 1_700_000],
  [2, 720, 2, 24, 600_000],
  [3, 720, 2, 24, 600_000],
  [4, 720, 3, 20, 300_000],
  [5, 720, 3, 20, 300_000],
  [6, 720, 4, 15, 150_000],
  [49, 720, 4, 15, 150_000],
  // A camera that has fewer lines is scaled down less, and never up.
  [1, 480, 1, 30, 1_700_000],
  [3, 480, 480 / 360, 24, 600_000],
  [3, 240, 1, 24, 600_000],
  // More lines than usual are somebody's wish: one other gets them all, several don't.
  [1, 1080, 1, 30, 3_000_000],
  [2, 1080, 3, 24, 600_000],
  // Not known (the camera is off): nothing to scale.
  [3, 0, 1, 24, 600_000],
])('with %i links a camera of %i lines is scaled down by %d', (links, lines, scale, rate, bits) => {
  expect(sendQuality(links, lines)).toMatchObject({
    sendsVideo: true,
    sendsScreen: true,
    scaleDownBy: scale,
    maxFramerate: rate,
    maxVideoBitrate: bits,
    maxAudioBitrate: 40_000,
  });
});

const HD = { width: 1280, height: 720 };

test.each([
  // links, shown at, scaled down by, pictures a second
  [1, { width: 1280, height: 720 }, 1, 30],
  [1, { width: 1100, height: 620 }, 1, 30],
  [1, { width: 640, height: 368 }, 1.5, 30],
  [1, { width: 640, height: 360 }, 2, 30],
  [1, { width: 320, height: 180 }, 4, 30],
  [1, { width: 160, height: 90 }, 8, 12],
  [1, { width: 16, height: 16 }, 12, 12],
  // Filled, not fitted: the longer side of the tile says how much of the picture is needed.
  [1, { width: 360, height: 360 }, 2, 30],
  // Never better than so many links allow.
  [6, { width: 3840, height: 2160 }, 4, 15],
  [6, { width: 160, height: 90 }, 8, 12],
] as const)('over %i links, whoever shows me at %o gets me scaled down by %d', (links, shown, scale, rate) => {
  const quality = sendQuality(links, 720);
  const fitted = fitQuality(quality, { camera: shown, screen: true }, HD);
  expect(fitted).toMatchObject({ sendsVideo: true, scaleDownBy: scale, maxFramerate: rate });
  expect(fitted.maxVideoBitrate).toBeLessThanOrEqual(quality.maxVideoBitrate);
  expect(fitted.maxVideoBitrate).toBeGreaterThanOrEqual(50_000);
});

test('whoever does not show me gets no picture, and my voice all the same', () => {
  const quality = sendQuality(1, 720);
  expect(fitQuality(quality, { camera: null, screen: true }, HD)).toEqual({ ...quality, sendsVideo: false });
});

test('whoever has not said how they show me, or while it is not known what my camera gives, gets the best there is', () => {
  const quality = sendQuality(1, 720);
  expect(fitQuality(quality, undefined, HD)).toBe(quality);
  expect(fitQuality(quality, { camera: { width: 16, height: 16 }, screen: true }, null)).toEqual(quality);
});

test.each([
  [1, 15, 2_500_000],
  [3, 10, 1_500_000],
  [5, 8, 1_000_000],
  [6, 5, 700_000],
])('with %i links a screen is sent %i times a second and never smaller', (links, rate, bits) => {
  expect(sendQuality(links, 720)).toMatchObject({ maxScreenFramerate: rate, maxScreenBitrate: bits });
});

test.each([
  // links, captured lines, scaled down by, pictures a second, bits a second
  [1, 720, 2, 15, 250_000],
  [1, 360, 1, 15, 250_000],
  [3, 360, 1, 15, 250_000],
  [49, 360, 2, 15, 150_000],
])('who saves data sends to %i others %i lines scaled down by %d', (links, lines, scale, rate, bits) => {
  const spared = sendQuality(links, lines, true);
  expect(spared).toMatchObject({
    scaleDownBy: scale,
    maxFramerate: rate,
    maxVideoBitrate: bits,
    maxAudioBitrate: 24_000,
  });
  expect(spared.maxScreenBitrate).toBeLessThan(sendQuality(1, lines).maxScreenBitrate);
});

test('who saves data asks others for no more than a small picture, in its shape', () => {
  const asked = sparing(
    new Map([
      [idOf('a'), { width: 1920, height: 1080 }],
      [idOf('b'), { width: 320, height: 180 }],
    ]),
  );
  expect([...asked.values()]).toEqual([
    { width: 480, height: 270 },
    { width: 320, height: 180 },
  ]);
});

test('whoever does not show my screen is not sent it, and sees my camera all the same', () => {
  const quality = sendQuality(1, 720);
  const demanded = { camera: { width: 1280, height: 720 }, screen: false };
  expect(fitQuality(quality, demanded, HD)).toEqual({ ...quality, sendsScreen: false });
});
