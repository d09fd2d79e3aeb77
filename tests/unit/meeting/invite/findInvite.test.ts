import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { findInvite } from '#meeting/invite/findInvite.ts';

const SECRET = 'A'.repeat(43);
const LINK = `parley://join/meet.example.org/kfr-wmbe-tqa#${SECRET}`;
const WEB = `https://meet.example.org/join/kfr-wmbe-tqa#${SECRET}`;

test.each([
  ['alone', LINK, LINK],
  ['in a sentence', `Come to ${LINK}, at nine.`, LINK],
  ['in brackets', `the meeting (${LINK})`, LINK],
  ['between marks', `<${WEB}> or "${WEB}"`, WEB],
  ['twice', `${LINK}\n${LINK}`, LINK],
  ['after other links', `https://example.org/parley\n${WEB}`, WEB],
])('a link is found %s', (_how, text, link) => {
  expect(findInvite(text)).toBe(link);
});

test.each([
  ['none', 'Let us meet tomorrow at nine.'],
  ['a code, which may be any word', 'kfr-wmbe-tqa'],
  ['two that differ', `${LINK} or ${LINK.replace('kfr', 'abc')}`],
  ['one that is broken', 'parley://join/meet.example.org/kfr-wm'],
])('nothing is guessed at in a text with %s', (_what, text) => {
  expect(findInvite(text)).toBeNull();
});

test('whatever stands around a link, it is found or nothing is', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const found = findInvite(`${before} ${LINK} ${after}`);
      expect([LINK, null]).toContain(found);
    }),
  );
});

test('a text of megabytes is looked through in no time, from its beginning', () => {
  expect(findInvite(`${LINK} ${'https://a/'.repeat(300_000)}`)).toBe(LINK);
});
