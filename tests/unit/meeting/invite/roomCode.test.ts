import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { newRoomId, parseRoomCode } from '#meeting/invite/roomCode.ts';
import { RoomId } from '#protocol/ids.ts';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz';

describe('a new meeting code', () => {
  test('is a room id without letters that look like others', () => {
    const made = newRoomId(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
    expect(v.is(RoomId, made)).toBe(true);
    expect(made).not.toMatch(/[ilo]/);
  });

  test('favours no letter: of all bytes, equally many make each, and the rest are skipped', () => {
    // Nine known bytes, then the one in question: either it makes the tenth letter, or the byte after it does.
    const nine = Array<number>(9).fill(0);
    const lastOf = (byte: number, next: number) => newRoomId(Uint8Array.from([...nine, byte, next])).at(-1) ?? '';
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    const skipped = bytes.filter((byte) => lastOf(byte, 1) !== lastOf(byte, 2));
    const letters = bytes.filter((byte) => !skipped.includes(byte)).map((byte) => lastOf(byte, 1));
    expect(letters.toSorted()).toEqual(Array.from(LETTERS).flatMap((letter) => Array<string>(11).fill(letter)));
    expect(skipped).toEqual([253, 254, 255]);
  });

  test('uses each byte in its place', () => {
    expect(newRoomId(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 22]))).toBe('abc-defg-hjz');
    expect(newRoomId(Uint8Array.from([255, 23, 254, 1, 2, 3, 4, 5, 6, 253, 7, 8, 9]))).toBe('abc-defg-hjk');
  });

  test('is not made of too few bytes', () => {
    expect(() => newRoomId(new Uint8Array(9))).toThrow(RangeError);
    expect(() => newRoomId(new Uint8Array(32).fill(255))).toThrow(RangeError);
  });
});

describe('a meeting code as people type it', () => {
  test.each([
    'kfr-wmbe-tqa',
    'KFR-WMBE-TQA',
    'kfrwmbetqa',
    ' kfr wmbe tqa ',
    'k f r w m b e t q a',
    'kfr–wmbe—tqa',
    'kfrw-mbetqa',
  ])('%j is kfr-wmbe-tqa', (text) => {
    expect(parseRoomCode(text)).toBe('kfr-wmbe-tqa');
  });

  test('may hold letters that look like others, which somebody else may have chosen', () => {
    expect(parseRoomCode('ill-oool-ilo')).toBe('ill-oool-ilo');
  });

  test.each([
    '',
    'kfr-wmbe-tq',
    'kfr-wmbe-tqaa',
    'kfr-wmb3-tqa',
    'kfr_wmbe_tqa',
    'kfr.wmbe.tqa',
    'kfr-wmbе-tqa',
    'ＫＦＲ-wmbe-tqa',
    'İfr-wmbe-tqa',
  ])('%j is none', (text) => {
    expect(parseRoomCode(text)).toBeNull();
  });
});
