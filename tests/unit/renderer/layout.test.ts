import { assert, boolean, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';

import { SMALLEST } from '#renderer/features/meeting/stage/grid.ts';
import { type Box, layOut, mirror } from '#renderer/features/meeting/stage/layout.ts';
import { neighbour } from '#renderer/features/meeting/stage/neighbours.ts';

const HD = { width: 1240, height: 640 };
const HIGH = { width: 600, height: 900 };
const crowd = (big: number, rest: number, page = 0, fills = false) => ({ big, fills, rest, page });

test('with nobody large it is the grid', () => {
  const { big, rest, pages } = layOut(HD, crowd(0, 5));
  expect([big.length, rest.length, pages]).toEqual([0, 5, 1]);
  expect(new Set(rest.map(({ width }) => width)).size).toBe(1);
});

test('one alone who is large has the stage to themselves, and a screen all of it', () => {
  expect(layOut(HD, crowd(1, 0, 0, true)).big).toEqual([{ x: 0, y: 0, ...HD }]);
  const [face] = layOut(HD, crowd(1, 0)).big;
  expect(face?.height).toBe(HD.height);
});

test('in a wide window the others stand beside, in a high one below', () => {
  const wide = layOut(HD, crowd(1, 3));
  const [large, face] = [wide.big[0], wide.rest[0]];
  expect(face && large && face.x >= large.x + large.width).toBe(true);
  const high = layOut(HIGH, crowd(1, 3));
  expect((high.rest[0]?.y ?? 0) >= (high.big[0]?.y ?? 0) + (high.big[0]?.height ?? 0)).toBe(true);
});

test('the large one has most of the stage', () => {
  const { big } = layOut(HD, crowd(1, 30, 0, true));
  const [large] = big;
  expect(((large?.width ?? 0) * (large?.height ?? 0)) / (HD.width * HD.height)).toBeGreaterThan(0.7);
});

const areas = record({ width: integer({ min: 456, max: 4000 }), height: integer({ min: 260, max: 2200 }) });
const people = record({
  big: integer({ min: 0, max: 4 }),
  rest: integer({ min: 0, max: 60 }),
  fills: boolean(),
  page: integer({ min: 0, max: 40 }),
});
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('in any window: everything inside it, nothing over anything else, faces as large as a face needs', () => {
  assert(
    property(areas, people, (area, those) => {
      const { big, rest, pager } = layOut(area, those);
      const boxes = [...big, ...rest];
      for (const [index, box] of boxes.entries()) {
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(-0.5);
        expect(box.x + box.width).toBeLessThanOrEqual(area.width + 1);
        expect(box.y + box.height).toBeLessThanOrEqual(area.height + 1);
        for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
      }
      const faces = those.big > 0 ? rest : [];
      expect(faces.filter(({ width }) => width < SMALLEST.width)).toEqual([]);
      for (const button of pager ? [pager.previous, pager.next] : []) {
        expect(button.x >= 0 && button.x <= area.width && button.y >= 0 && button.y <= area.height).toBe(true);
      }
    }),
  );
});

test('turning all pages shows everybody once', () => {
  assert(
    property(areas, people, (area, those) => {
      const { pages } = layOut(area, { ...those, page: 0 });
      let seen = 0;
      for (let page = 0; page < pages; page += 1) {
        const layout = layOut(area, { ...those, page });
        expect(layout.page).toBe(page);
        seen += layout.rest.length;
      }
      expect(seen).toBe(those.rest);
      expect(layOut(area, those).page).toBeLessThan(pages);
    }),
  );
});

test('where text runs from right to left, the first is on the right', () => {
  const boxes = [{ x: 0, y: 5, width: 100, height: 50 }];
  expect(mirror(HD, boxes)).toEqual([{ x: 1140, y: 5, width: 100, height: 50 }]);
  expect(mirror(HD, mirror(HD, boxes))).toEqual(boxes);
});

const GRID = [
  { key: 'a', x: 0, y: 0 },
  { key: 'b', x: 100, y: 0 },
  { key: 'c', x: 200, y: 0 },
  { key: 'd', x: 50, y: 100 },
  { key: 'e', x: 150, y: 100 },
].map((place) => Object.assign(place, { width: 90, height: 90 }));

test.each([
  ['a', 'right', 'b'],
  ['c', 'left', 'b'],
  ['a', 'down', 'd'],
  ['c', 'down', 'e'],
  ['e', 'up', 'b'],
  ['a', 'left', null],
  ['d', 'down', null],
  ['nobody', 'down', null],
] as const)('from %s, %s leads to %s', (from, to, found) => {
  expect(neighbour(GRID, from, to)).toBe(found);
});
