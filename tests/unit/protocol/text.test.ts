import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { DisplayName, Note } from '#protocol/text.ts';

const name = (text: unknown) => v.safeParse(DisplayName, text);
const note = (text: unknown) => v.safeParse(Note, text);

/** Where cleaning could go wrong: what it takes out, what it keeps, and what composes once something is taken out. */
const AWKWARD = [
  'aeᄀ\u1161가\u11A8कष\u094Dن\u064B葛👩💻🏽❤1\u20E3\u1820\u2126\u1E9B\u0301\u0323\u0327\u0344',
  ' \n\r\t\u0085\u00A0\u2028\u2800\u3164\u115F\u0000\u007F\uFFF9\u200B\u200C\u200D\uFE0F\u202E\u2067\u2069\u00AD',
  '\uFEFF\u180B\u{E0100}\u{E0067}',
].flatMap((characters) => Array.from(characters));
const awkward = fc.constantFrom(...AWKWARD, '\uD800', '\uDC00');
const awkwardText = fc.array(awkward, { maxLength: 30 }).map((parts) => parts.join(''));
const anyText = fc.oneof(awkwardText, fc.string({ unit: 'binary', maxLength: 60 }));

const REORDERS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const BREAKS_THE_LINE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u; // eslint-disable-line no-control-regex
const LONE_SURROGATE = /\p{Cs}/u;

describe('a display name', () => {
  test.each([
    ['spaces around it and in a row', '  Ana   Maria \n Lopez ', 'Ana Maria Lopez'],
    ['tabs and line breaks of every kind', 'Ana\tMaria\r\nLopez\u2028Ruiz\u0085Gil', 'Ana Maria Lopez Ruiz Gil'],
    ['control characters', 'A\u0000n\u001Ba\u007F\u009F', 'Ana'],
    ['an override that would turn the line round', 'Ana\u202EtsoH', 'AnatsoH'],
    ['isolates and marks of direction', '\u2067Ana\u2069\u200F\u061C', 'Ana'],
    ['zero-width characters that make it pass for another', 'A\u200Bn\u2060a\uFEFF', 'Ana'],
    ['joiners between Latin letters', 'A\u200Dn\u200Ca', 'Ana'],
    ['a soft hyphen and a grapheme joiner', 'A\u00ADn\u034Fa', 'Ana'],
    ['fillers that look like spaces', 'A\u3164n\u115F\u1160a\uFFA0', 'Ana'],
    ['an empty Braille pattern', 'Ana\u2800\u2800Maria', 'Ana Maria'],
    ['tags that carry hidden text', 'Ana\u{E0068}\u{E0069}', 'Ana'],
    ['a variation selector on a Latin letter', 'A\uFE0Fna', 'Ana'],
    ['lone surrogates', '\uDC00A\uD800na\uD83D', 'Ana'],
    ['letters and marks that are one letter', 'Jose\u0301', 'José'],
    ['a mark kept from its letter by something invisible', 'Jose\u200B\u0301', 'José'],
    ['marks with nothing to stand on', '\u0301\u0302Ana \u0303Maria', 'Ana Maria'],
    ['a pile of marks', `A${'\u0336\u0337'.repeat(20)}na`, 'A\u0336\u0337\u0336\u0337na'],
  ])('is rid of %s', (_what, text, expected) => {
    expect(name(text)).toMatchObject({ success: true, output: expected });
  });

  test.each([
    ['a family', '👩‍👩‍👧'],
    ['a heart and a keycap', '❤️ 1️⃣'],
    ['a skin tone in a joined emoji', '👩🏽‍💻'],
    ['a Persian half space', 'می‌خواهم'],
    ['a Hindi conjunct kept apart', 'क्‌ष'],
    ['a Sinhala joined conjunct', 'ක්‍ෂ'],
    ['a Japanese variant character', '葛\u{E0100}城'],
    ['Vietnamese', 'Nguyễn Thị Hằng'],
    ['Thai', 'น้ำทิพย์'],
    ['Hebrew with points', 'שָׁלוֹם'],
    ['a right-to-left name as such', 'محمد'],
  ])('keeps %s', (_what, text) => {
    expect(name(text)).toMatchObject({ success: true, output: text.normalize('NFC') });
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \t\n\u00A0\u3000'],
    ['invisible characters', '\u200B\u200D\uFEFF\u2067\u3164\u2800'],
    ['marks', '\u0301\u20E3'],
    ['lone surrogates', '\uD800\uDC00'.slice(0, 1)],
    ['a number', 7],
    ['null', null],
  ])('is refused where it is %s', (_what, text) => {
    expect(name(text).success).toBe(false);
  });

  test('has at most 80 characters, counted after normalisation', () => {
    expect(name('a'.repeat(80)).success).toBe(true);
    expect(name('a'.repeat(81)).success).toBe(false);
    expect(name(`${'e\u0301'.repeat(80)}\u200B`)).toMatchObject({ success: true, output: 'é'.repeat(80) });
  });

  test('is refused by length before it is looked at', () => {
    expect(name(` ${'a'.repeat(1_000)}`).success).toBe(false);
  });
});

describe('a note', () => {
  test('may be empty and keeps its lines', () => {
    expect(note('')).toMatchObject({ success: true, output: '' });
    expect(note(' \u202E first\r\nsecond\u2029third ')).toMatchObject({
      success: true,
      output: 'first\nsecond\nthird',
    });
  });

  test('has at most 280 characters, counted after normalisation', () => {
    expect(note('a'.repeat(280)).success).toBe(true);
    expect(note('a'.repeat(281)).success).toBe(false);
    expect(note(`${'a'.repeat(280)}${'\u200B'.repeat(100)}`).success).toBe(true);
    expect(note('\u200B'.repeat(4_001)).success).toBe(false);
  });
});

describe('whatever the text', { timeout: 120_000 }, () => {
  test('a cleaned name is a name, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = name(text);
        if (!once.success) return;
        expect(name(once.output)).toMatchObject({ success: true, output: once.output });
      }),
      { numRuns: 5_000 },
    );
  });

  test('a cleaned note is a note, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = note(text);
        if (!once.success) return;
        expect(note(once.output)).toMatchObject({ success: true, output: once.output });
      }),
      { numRuns: 5_000 },
    );
  });

  test('nothing that reorders, breaks or damages a line is left, and a name begins with something to see', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = name(text);
        if (!once.success) return;
        expect(once.output).not.toMatch(REORDERS);
        expect(once.output).not.toMatch(BREAKS_THE_LINE);
        expect(once.output).not.toMatch(LONE_SURROGATE);
        expect(once.output).not.toMatch(/^[\s\p{M}\p{Default_Ignorable_Code_Point}]/u);
        expect(once.output).not.toMatch(/[\p{Mn}\p{Me}]{5}/u);
      }),
      { numRuns: 5_000 },
    );
  });
});
