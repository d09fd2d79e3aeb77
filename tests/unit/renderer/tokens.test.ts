import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

type Tokens = Readonly<Record<string, string>>;

/** The colours of one block of the sheet, by name. */
function tokensIn(block: string): Tokens {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name, hex]) => [name, hex]));
}

function blocks(sheet: string, selector: RegExp): string {
  const found = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, head]) => selector.test(head ?? ''));
  return found.map(([, , body]) => body ?? '').join('\n');
}

const sheet = css.replace(/\/\*.*?\*\//gs, '');
const hues = tokensIn(blocks(sheet, /^\s*:root\s*$/));
const light = tokensIn(blocks(sheet, /^\s*:root,\s*\[data-theme='light'\]\s*$/));
const dark = tokensIn(blocks(sheet, /^\s*\[data-theme='dark'\]\s*$/));
const lightContrast = { ...light, ...tokensIn(blocks(sheet, /data-contrast='more'\]\[data-theme='light'/)) };
const darkContrast = { ...dark, ...tokensIn(blocks(sheet, /data-contrast='more'\]\[data-theme='dark'/)) };
/** WCAG's levels: what text and what a shape must differ by from what they stand on. */
const AA = { name: 'AA', text: 4.5, shape: 3 } as const;
const AAA = { name: 'AAA', text: 7, shape: 4.5 } as const;
const THEMES: readonly (readonly [string, Tokens, typeof AA | typeof AAA])[] = [
  ['light', light, AA],
  ['dark', dark, AA],
  ['light, high contrast', lightContrast, AAA],
  ['dark, high contrast', darkContrast, AAA],
];

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2's contrast ratio. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['ground', 'surface', 'raised', 'hover'] as const;
/** What is read, on what it stands on. */
const TEXTS: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [['text', ground] as const, ['quiet', ground] as const]),
  ...['ground', 'surface', 'raised'].map((ground) => ['danger', ground] as const),
  ...['ground', 'surface', 'raised'].map((ground) => ['caution', ground] as const),
  ['text', 'press'],
  ['quiet', 'press'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['text', 'accent-soft'],
  ['quiet', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['text', 'danger-soft'],
  ['danger', 'danger-soft'],
  ['text', 'caution-soft'],
  ['quiet', 'caution-soft'],
  ['caution', 'caution-soft'],
  ['ground', 'text'],
  ['ground', 'caution'],
];
/** What is only seen: the edges of controls and the rings of focus and speaking. */
const SHAPES = ['ground', 'surface', 'raised'].flatMap((ground) => [
  ['edge', ground] as const,
  ['accent', ground] as const,
]);

for (const [theme, tokens, level] of THEMES) {
  const of = (name: string): string => {
    const hex = tokens[name];
    if (hex === undefined) throw new Error(`no token ${name} in ${theme}`);
    return hex;
  };
  test.each(TEXTS)(`%s is readable on %s (${level.name}, ${level.text}), ${theme}`, (over, under) => {
    expect(contrast(of(over), of(under))).toBeGreaterThanOrEqual(level.text);
  });
  test.each(SHAPES)(`%s can be made out on %s (${level.name}, ${level.shape}), ${theme}`, (over, under) => {
    expect(contrast(of(over), of(under))).toBeGreaterThanOrEqual(level.shape);
  });
}

test.each([
  ['usually', hues, AA],
  ['in high contrast', { ...hues, ...tokensIn(blocks(sheet, /^\s*\[data-contrast='more'\]\s*$/)) }, AAA],
])('initials are readable on each of the colours, %s', (_when, tokens, level) => {
  const colours = Object.entries(tokens).filter(([name]) => name.startsWith('hue-'));
  expect(colours).toHaveLength(10);
  const dim = colours.filter(([, hex]) => contrast(tokens['on-hue'] ?? '', hex) < level.text);
  expect(dim).toEqual([]);
});

test('both themes have the same tokens, and the stage is dark in both', () => {
  expect(Object.keys(light).sort()).toEqual(Object.keys(dark).sort());
  expect(light['stage']).toBe(dark['stage']);
  expect(lightContrast['stage']).toBe(darkContrast['stage']);
  expect(Object.keys(lightContrast).sort()).toEqual(Object.keys(darkContrast).sort());
});

test('the colours are those of the design', () => {
  expect(light).toMatchObject({
    ground: '#fafaf9',
    surface: '#ffffff',
    text: '#1c1917',
    quiet: '#57534e',
    line: '#e7e5e4',
  });
  expect(light).toMatchObject({ accent: '#0f766e', danger: '#b91c1c' });
  expect(dark).toMatchObject({
    ground: '#0c0a09',
    surface: '#1c1917',
    text: '#fafaf9',
    quiet: '#a8a29e',
    line: '#292524',
  });
  expect(dark).toMatchObject({ accent: '#2dd4bf', danger: '#f87171' });
});
