import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Measured, notFitting } from '#renderer/ui/fitting.ts';

const space = (width: number) => ({ width, gap: 8, moreWidth: 44 });
const item = (id: string, rank: number | null, width = 44): Measured => ({ id, width, rank });
const ROW = [item('mic', null, 64), item('hand', 50), item('react', 30), item('people', 90), item('leave', null, 100)];
const outOf = (width: number) => [...notFitting(ROW, space(width))];

describe('a row', () => {
  test('keeps everything where there is room for it, to the pixel', () => {
    expect(outOf(328)).toEqual([]);
    expect(outOf(327)).not.toEqual([]);
  });

  test('gives up the lowest rank first, and makes room for the button with the rest', () => {
    // The button takes the place of the first one, so two have to go.
    expect(outOf(327)).toEqual(['react', 'hand']);
    expect(outOf(275)).toEqual(['react', 'hand', 'people']);
  });

  test('keeps what always stands there, however narrow it gets', () => {
    expect(outOf(0)).toEqual(['react', 'hand', 'people']);
  });

  test('gives up the last of equal ranks', () => {
    const row = [item('a', 1), item('b', 1), item('c', 1)];
    expect([...notFitting(row, space(147))]).toEqual(['c', 'b']);
  });
});

const rows = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 200 }), rank: fc.option(fc.nat(9)) }), { maxLength: 9 })
  .map((some) => some.map((each, index) => Object.assign(each, { id: String(index) })));

/** How wide a row is without these, with the button where there are any. */
function widthWithout(row: readonly Measured[], out: readonly string[]): number {
  const shown = row.filter(({ id }) => !out.includes(id)).map(({ width }) => width);
  if (out.length > 0) shown.push(44);
  return shown.reduce((sum, each) => sum + each, 0) + 8 * Math.max(0, shown.length - 1);
}

function isRight(row: readonly Measured[], width: number): boolean {
  const out = [...notFitting(row, space(width))];
  const fits = widthWithout(row, out) <= width;
  const isAll = out.length === row.filter(({ rank }) => rank !== null).length;
  const isNeeded = out.length === 0 || widthWithout(row, out.slice(0, -1)) > width;
  return (fits || isAll) && isNeeded;
}

test('what is left fits unless nothing more could go, and nothing goes without need', () => {
  const checked = fc.check(fc.property(rows, fc.integer({ min: 1, max: 1200 }), isRight));
  expect(checked.failed ? fc.defaultReportMessage(checked) : 'right').toBe('right');
});
