import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { layoutOf, placed } from '#renderer/media/recording/layout.ts';

test('however many there are, everybody is inside, nobody over another, and all are of one size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.boolean(), (count, shares) => {
      const { screen, faces } = layoutOf(count, shares, 1280, 720);
      expect(faces).toHaveLength(count);
      const boxes = [...faces, ...(screen ? [screen] : [])];
      for (const { x, y, width, height } of boxes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(1280.001);
        expect(y + height).toBeLessThanOrEqual(720.001);
        expect(width).toBeGreaterThan(20);
      }
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) {
          const apart =
            one.x + one.width <= other.x + 0.001 ||
            other.x + other.width <= one.x + 0.001 ||
            one.y + one.height <= other.y + 0.001 ||
            other.y + other.height <= one.y + 0.001;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('one person fills the picture, and a shared screen most of it', () => {
  expect(layoutOf(1, false, 1280, 720).faces[0]?.width).toBeGreaterThan(1200);
  const { screen, faces } = layoutOf(3, true, 1280, 720);
  expect(screen?.width).toBeGreaterThan(950);
  expect(faces[0]?.x).toBeGreaterThan(screen?.width ?? 0);
  expect(layoutOf(0, true, 1280, 720).faces).toEqual([]);
});

const box = { x: 10, y: 20, width: 160, height: 90 };

test('a face is cut to fill its place, in the middle', () => {
  expect(placed({ width: 640, height: 480 }, box, 'cover')).toEqual({
    source: { x: 0, y: 60, width: 640, height: 360 },
    target: box,
  });
});

test('of a screen nothing is cut away', () => {
  expect(placed({ width: 800, height: 600 }, box, 'contain')).toEqual({
    source: { x: 0, y: 0, width: 800, height: 600 },
    target: { x: 30, y: 20, width: 120, height: 90 },
  });
});
