import { expect, test } from 'vitest';

import { ago } from '#renderer/features/home/ago.ts';
import { clockTime } from '#renderer/features/meeting/clockTime.ts';
import { hueOf, initials } from '#renderer/ui/initials.ts';
import { ariaKeys, keyCaps, matches, SHORTCUTS } from '#renderer/ui/shortcuts.ts';

test.each([
  ['Ana Ferreira', 'AF'],
  ['ana', 'A'],
  ['Élodie van der Berg-Castellanos', 'ÉB'],
  ['山田 太郎', '山太'],
  ['  “Ben”  (he)', 'BH'],
  ['🦊', '🦊'],
  ['é́dith', 'É́'],
  ['', '?'],
])('the initials of %o are %o', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test('an identity has one colour, and identities spread over all of them', () => {
  const hues = Array.from({ length: 200 }, (_, index) => hueOf(`principal-${index}`, 10));
  expect(hueOf('principal-7', 10)).toBe(hues[7]);
  expect(new Set(hues).size).toBe(10);
});

test.each([
  [0, '0:00'],
  [-5, '0:00'],
  [247_000, '4:07'],
  [3_847_999, '1:04:07'],
])('%i ms read %s on the clock', (ms, expected) => {
  expect(clockTime(ms)).toBe(expected);
});

test.each([
  [10_000, 'now'],
  [-60_000, 'now'],
  [25 * 60_000, '25 minutes ago'],
  [26 * 3_600_000, 'yesterday'],
])('what was %i ms ago was %s', (gone, expected) => {
  expect(ago('en', 1e12 - gone, 1e12)).toBe(expected);
});

const keys = (key: string, but: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...but }) as KeyboardEvent;

test('a shortcut is exactly its keys: Control, or Command on a Mac', () => {
  expect(matches(SHORTCUTS.mute, keys('d', { ctrlKey: true }), false)).toBe(true);
  expect(matches(SHORTCUTS.mute, keys('D', { ctrlKey: true }), false)).toBe(true);
  expect(matches(SHORTCUTS.mute, keys('d', { metaKey: true }), true)).toBe(true);
  expect(matches(SHORTCUTS.mute, keys('d', { metaKey: true }), false)).toBe(false);
  expect(matches(SHORTCUTS.mute, keys('d'), false)).toBe(false);
  expect(matches(SHORTCUTS.mute, keys('d', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matches(SHORTCUTS.mute, keys('d', { ctrlKey: true, altKey: true }), false)).toBe(false);
  expect(matches(SHORTCUTS.people, keys('P', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(matches(SHORTCUTS.sheet, keys('?', { shiftKey: true }), false)).toBe(true);
  expect(matches(SHORTCUTS.sheet, keys('?', { ctrlKey: true }), false)).toBe(false);
});

test('shortcuts are written as they stand on the keys, and as screen readers want them', () => {
  expect(keyCaps(SHORTCUTS.people, false)).toEqual(['Ctrl', 'Shift', 'P']);
  expect(keyCaps(SHORTCUTS.people, true)).toEqual(['⌘', '⇧', 'P']);
  expect(ariaKeys(SHORTCUTS.people, false)).toBe('Control+Shift+P');
  expect(ariaKeys(SHORTCUTS.mute, true)).toBe('Meta+D');
});
