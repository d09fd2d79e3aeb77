import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

const RENDERER = fileURLToPath(new URL('../../../renderer', import.meta.url));

const sheets = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, text: readFileSync(join(RENDERER, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '') }));

/** What begins at the same side in every language, and why. */
const PHYSICAL = new Map([
  // Where these are is worked out by the page, from the left, and mirrored there.
  ['features/meeting/stage/Tile.module.css', 'left: 0'],
  ['features/meeting/stage/SelfFloat.module.css', 'left: 0'],
  // A ring with a gap that turns.
  ['ui/Spinner.module.css', 'border-right-color: '],
]);

const SIDES = /^(?:[a-z-]+-)?(?:left|right)(?:-[a-z]+)*$/;
const SIDED_VALUES = /^(?:left|right)$|\bto (?:left|right)\b/;
const SHORTHANDS = /^(?:margin|padding|inset|border-(?:width|color|style)|scroll-(?:margin|padding))$/;

/** The parts of a value between blanks, with what is in brackets kept together. */
const parts = (value: string): readonly string[] => value.match(/(?:[^\s(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];

/** Whether a declaration names a side of the screen where it means one of the text. */
function namesSide(property: string, value: string): boolean {
  if (SIDES.test(property) || SIDED_VALUES.test(value)) return true;
  const four = parts(value);
  if (four.length !== 4) return false;
  if (SHORTHANDS.test(property)) return four[1] !== four[3];
  // The first corner is at the upper left, and on they go by the clock.
  return property === 'border-radius' && !(four[0] === four[1] && four[2] === four[3]);
}

const declarations = (text: string) =>
  [...text.matchAll(/(?<=[{;]\s*)(?<property>[a-z-]+):\s*(?<value>[^;{}]+)(?=[;}])/g)].map(({ groups }) => ({
    property: groups?.['property'] ?? '',
    value: (groups?.['value'] ?? '').trim(),
  }));

describe('styles', () => {
  test('name no side of the screen, but the start and the end of the text', () => {
    expect(sheets.length).toBeGreaterThan(30);
    const found = sheets.flatMap(({ file, text }) =>
      declarations(text)
        .filter(({ property, value }) => namesSide(property, value))
        .map(({ property, value }) => ({ file, said: `${property}: ${value}` }))
        .filter(({ file, said }) => !said.startsWith(PHYSICAL.get(file) ?? ' ')),
    );
    expect(found).toEqual([]);
  });

  test('are seen through: a side is found in every way in which it can be named', () => {
    const named: readonly (readonly [string, string])[] = [
      ['left', '0'],
      ['margin-left', '4px'],
      ['border-right-color', 'red'],
      ['border-top-left-radius', '4px'],
      ['text-align', 'right'],
      ['float', 'left'],
      ['background', 'linear-gradient(to right, red, blue)'],
      ['padding', '0 var(--space-2) 0 0'],
      ['border-radius', '0 var(--radius-8) var(--radius-8) 0'],
    ];
    expect(named.filter(([property, value]) => !namesSide(property, value))).toEqual([]);
    const innocent: readonly (readonly [string, string])[] = [
      ['margin-inline-start', '4px'],
      ['inset', '0 0 auto'],
      ['padding', '1px calc(2px + (3px * 2)) 4px calc(2px + (3px * 2))'],
      ['border-radius', '8px 8px 0 0'],
      ['text-align', 'start'],
    ];
    expect(innocent.filter(([property, value]) => namesSide(property, value))).toEqual([]);
  });
});
