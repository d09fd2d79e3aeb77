import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseStrictJson } from '#server/transport/strictJson.ts';

/** JSON whose keys are all different and harmless, as the protocol's are. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
      tie('value'),
      {
        maxKeys: 5,
      },
    ),
  ),
})).value;

/** How deep arrays and objects are in each other. */
const depth = (node: unknown): number =>
  typeof node === 'object' && node !== null ? 1 + Math.max(0, ...Object.values(node).map(depth)) : 0;

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('strict JSON', () => {
  test('reads all that JSON.parse reads, as JSON.parse does', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (node, space) => {
        fc.pre(depth(node) <= 16);
        const text = JSON.stringify(node, null, space);
        expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { numRuns: 2_000 },
    );
  });

  test('refuses all that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', ' ', '0') }), (text) => {
        fc.pre(!parses(text));
        expect(parseStrictJson(text).ok).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  test('refuses a key that comes twice in one object, however it is written', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 8 }),
        fc.array(value, { maxLength: 3 }),
        fc.boolean(),
        (key, between, escaped) => {
          const disguised = Array.from(key, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
            '',
          );
          const second = escaped ? `"${disguised}"` : JSON.stringify(key);
          const text = `{${JSON.stringify(key)}:${JSON.stringify(between)}, ${second} : 2}`;
          fc.pre(depth(between) < 16 && Array.from(key).length === key.length);
          expect(parseStrictJson(text).ok).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['{"a":{"x":1},"b":{"x":1}}', true],
    ['[{"x":1},{"x":1}]', true],
    ['{"x":"x","y":"x"}', true],
    ['{"a":"\\"","b":"\\\\","c":"{\\"a\\":1,\\"a\\":2}"}', true],
    ['{"a":1,"b":[{"c":1,"c":2}]}', false],
    ['{"__proto__":1}', false],
    ['{"a":{"constructor":1}}', false],
    ['{"\\u005f_proto__":1}', false],
    ['["__proto__","constructor"]', true],
    [`${'['.repeat(16)}${']'.repeat(16)}`, true],
    [`${'['.repeat(17)}${']'.repeat(17)}`, false],
    ['', false],
    ['\uFEFF{}', false],
  ])('%j: %s', (text, ok) => {
    expect(parseStrictJson(text).ok).toBe(ok);
  });
});
