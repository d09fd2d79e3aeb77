import { expect, test } from 'vitest';

import { judge, shortfalls, short, tableOf } from '#tests/bench/report/table.ts';
import { chosen, SCENARIOS } from '#tests/bench/scenarios.ts';
import { atMost, atMostTimes } from '#tests/bench/statistics.ts';

const judged = [
  judge('rooms', {
    work: 'end',
    unit: 'ms',
    rounds: [
      { peer: [1], Parley: [1234.5] },
      { peer: [2], Parley: [1234.5] },
    ],
    goals: [atMostTimes('peer', 1.3), atMost(2_000, 'ms')],
  }),
];

test('a table has a row for each contestant, the ratio in the peer’s and the verdicts in ours', () => {
  const [, , peer = '', ours = ''] = tableOf(judged).split('\n');
  expect(peer).toMatch(/end \(ms\)\s+\| peer\s+\| 2\s.*\| 926 \(617 to 1,235\)/);
  expect(ours).toMatch(/Parley.*\| 1,235\s.*SHORT: at most 1.3 × peer \(926\); met: at most 2000 ms \(1,235\)/);
});

test('what falls short is named, and nothing else', () => {
  expect(shortfalls(judged)).toEqual(['end: at most 1.3 × peer, but 926']);
});

test('figures have the digits that matter', () => {
  expect([0.0123, 0.456, 12.34, 1234567, NaN].map(short)).toEqual(['0.012', '0.46', '12.3', '1,234,567', '-']);
});

test('scenarios are chosen by name or group, and a name that nothing has is refused', () => {
  expect(chosen([])).toEqual(SCENARIOS);
  expect(chosen(['relay']).map(({ name }) => name)).toEqual(['relay']);
  expect(chosen(['server']).every(({ group }) => group === 'server')).toBe(true);
  expect(() => chosen(['relays'])).toThrow(/no "relays" to measure; there are/);
});
