import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { amplitude, loudness } from '#renderer/media/levels/loudness.ts';
import { hear, SILENT } from '#renderer/media/levels/speech.ts';

test('loudness runs from 0 to 1 and never falls as the amplitude grows', () => {
  expect(loudness(0)).toBe(0);
  expect(loudness(1)).toBe(1);
  expect(loudness(Number.NaN)).toBe(0);
  const amplitudes = fc.double({ min: 0, max: 4, noNaN: true });
  fc.assert(
    fc.property(amplitudes, amplitudes, (a, b) => {
      const [quiet, loud] = a < b ? [a, b] : [b, a];
      expect(loudness(quiet)).toBeLessThanOrEqual(loudness(loud));
      expect(loudness(loud)).toBeLessThanOrEqual(1);
      expect(loudness(quiet)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the amplitude of a square wave is its height', () => {
  expect(amplitude(Float32Array.of(0.5, -0.5, 0.5, -0.5))).toBeCloseTo(0.5);
  expect(amplitude(new Float32Array(0))).toBe(0);
});

test('speech begins at a loud moment, bridges the pauses between words, and ends after a longer one', () => {
  const levels: readonly (readonly [number, number, boolean])[] = [
    [0, 0.2, false],
    [100, 0.49, false],
    [200, 0.6, true],
    [300, 0.4, true],
    [400, 0.1, true],
    [1_000, 0, true],
    [1_001, 0, false],
    // Not loud enough to begin, though it would have kept speech up.
    [1_100, 0.4, false],
    [1_200, 0.5, true],
  ];
  let speech = SILENT;
  for (const [at, level, speaking] of levels) {
    speech = hear(speech, level, at);
    expect([at, speech.speaking]).toEqual([at, speaking]);
  }
});
