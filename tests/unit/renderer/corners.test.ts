import { expect, test } from 'vitest';

import { StageLook } from '#protocol/ipc/stageLook.ts';
import { cornerAt, cornerTowards, mirrored, placeIn } from '#renderer/features/meeting/stage/corners.ts';

const CORNERS = StageLook.entries.corner.options;
const AREA = { width: 1000, height: 600 };
const SIZE = { width: 200, height: 100 };

test('each corner is a place, and what is dropped there stays there', () => {
  for (const corner of CORNERS) expect(cornerAt(placeIn(corner, AREA, SIZE), AREA, SIZE)).toBe(corner);
  expect(placeIn('bottom-end', AREA, SIZE)).toEqual({ x: 792, y: 492 });
  expect(placeIn('bottom-end', { width: 100, height: 50 }, SIZE)).toEqual({ x: 8, y: 8 });
});

test('what is dropped anywhere snaps to the nearest corner', () => {
  expect(cornerAt({ x: 399, y: 249 }, AREA, SIZE)).toBe('top-start');
  expect(cornerAt({ x: 401, y: 251 }, AREA, SIZE)).toBe('bottom-end');
});

test('arrows lead round all corners, and nowhere beyond them', () => {
  expect(cornerTowards('bottom-end', 'left')).toBe('bottom-start');
  expect(cornerTowards('bottom-start', 'up')).toBe('top-start');
  expect(cornerTowards('top-start', 'right')).toBe('top-end');
  expect(cornerTowards('top-end', 'down')).toBe('bottom-end');
  expect(cornerTowards('bottom-end', 'right')).toBe('bottom-end');
});

test('where text runs from right to left, start is on the right', () => {
  expect(mirrored('top-start')).toBe('top-end');
  for (const corner of CORNERS) expect(mirrored(mirrored(corner))).toBe(corner);
});
