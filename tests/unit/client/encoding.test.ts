import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from '#client/encoding.ts';

const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');

const bytes = fc.uint8Array({ maxLength: 300 });

describe('base64url', () => {
  test('is what the platform makes of any bytes, and reads back as them', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const text = toBase64url(input);
        expect(text).toBe(Buffer.from(input).toString('base64url'));
        expect(hex(fromBase64url(text))).toBe(hex(input));
      }),
    );
  });

  test.each(['A', 'AAAAA', 'AA==', 'AA+A', 'AA/A', 'AA A', 'AAé', 'AB', 'AAB'])('does not read %j', (text) => {
    expect(fromBase64url(text)).toBeNull();
  });
});

describe('UTF-8', () => {
  test('is what the platform makes of any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(hex(toUtf8(text))).toBe(hex(new TextEncoder().encode(text)));
      }),
    );
    expect(hex(toUtf8('a\uD800b'))).toBe(hex(new TextEncoder().encode('a\uD800b')));
  });

  test('reads well-formed bytes back as the text they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(fromUtf8(toUtf8(text))).toBe(text);
      }),
    );
  });

  test('reads exactly the bytes that a strict decoder reads', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const expected = (input: Uint8Array): string | null => {
      try {
        return strict.decode(input);
      } catch {
        return null;
      }
    };
    const hard = fc.array(
      fc.constantFrom(0x41, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc3, 0xe0, 0xa0, 0xed, 0xef, 0xf0, 0x90, 0xf4, 0xf5, 0xff),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(hard, (list) => {
        const input = Uint8Array.from(list);
        expect(fromUtf8(input)).toBe(expected(input));
      }),
      { numRuns: 5_000 },
    );
  });
});
