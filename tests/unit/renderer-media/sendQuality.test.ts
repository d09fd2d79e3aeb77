import { expect, test } from 'vitest';

import { sendQuality } from '#renderer/media/mesh/sendQuality.ts';

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
  [1, 1080, 1.5, 30, 1_700_000],
  // Not known (the camera is off): nothing to scale.
  [3, 0, 1, 24, 600_000],
])('with %i links a camera of %i lines is scaled down by %d', (links, lines, scale, rate, bits) => {
  expect(sendQuality(links, lines)).toEqual({
    scaleDownBy: scale,
    maxFramerate: rate,
    maxVideoBitrate: bits,
    maxAudioBitrate: 40_000,
  });
});
