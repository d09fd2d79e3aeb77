import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { fold, holds } from '#renderer/words/find.ts';

test.each([
  ['Größe', 'grosse'],
  ['Économie', 'ECONOMIE'],
  ['カメラ', 'かめら'],
  ['Ｃａｍｅｒａ', 'camera'],
  ['كاميرا الويب', 'كامـيرا الوِيب'],
  ['Süßes œuvre', 'susses oeuvre'],
])('%s is found by %s', (text, query) => {
  expect(holds([text], query)).toBe(true);
});

test('every word that is typed must be there, in whatever order', () => {
  expect(holds(['Join with the camera on'], 'camera join')).toBe(true);
  expect(holds(['Join with the camera on'], 'camera leave')).toBe(false);
});

test('folding twice changes nothing more, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test.each([
  ['Élodie van der Berg', 'elodie', true],
  ['Élodie van der Berg', 'BERG el', true],
  ['Anne-Marie Curie', 'marie', true],
  ['山田 太郎', '太郎', true],
  ['Ana Ferreira', '  ', true],
  ['Ana Ferreira', 'ben', false],
  ['Ana Ferreira', 'ana ben', false],
])('in %j for %j is %j', (name, typed, found) => {
  expect(holds([name], typed)).toBe(found);
});
