import { expect, test } from 'vitest';

import { nextOrder, NO_ORDER, type OnStage, type StageOrder } from '#renderer/features/meeting/stage/stageOrder.ts';

const on = (present: string, speaking = '', perPage = 4, without = '', aside = ''): OnStage => ({
  me: 'm',
  present: present.split(''),
  speaking: new Set(speaking),
  pictured: new Set(present.split('').filter((id) => !without.includes(id))),
  aside: new Set(aside),
  perPage,
});
const after = (...steps: readonly OnStage[]): StageOrder => steps.reduce(nextOrder, NO_ORDER);
const ids = (order: StageOrder): string => order.ids.join('');

test('I stand first, the others in the order in which they came', () => {
  expect(ids(after(on('abm')))).toBe('mab');
});

test('who comes stands at the end, who goes leaves the others where they stand', () => {
  expect(ids(after(on('mabc'), on('mabcd')))).toBe('mabcd');
  expect(ids(after(on('mabc'), on('mac')))).toBe('mac');
});

test('speaking on the first page moves nobody', () => {
  expect(ids(after(on('mabcde'), on('mabcde', 'c')))).toBe('mabcde');
});

test('who speaks from beyond the first page changes places with the one who has been silent for longest', () => {
  expect(ids(after(on('mabcde'), on('mabcde', 'a'), on('mabcde', 'b'), on('mabcde', 'e')))).toBe('mabedc');
});

test('nobody who speaks, and never I, gives way', () => {
  expect(ids(after(on('mabcde'), on('mabcde', 'abce')))).toBe('mabcde');
  expect(ids(after(on('mab', '', 1), on('mab', 'b', 1)))).toBe('mab');
});

test('nothing moves back when somebody falls silent, and nothing changes without a cause', () => {
  const order = after(on('mabcde'), on('mabcde', 'e'));
  expect(ids(nextOrder(order, on('mabcde')))).toBe(ids(order));
  expect(nextOrder(order, on('mabcde'))).toBe(order);
  expect(nextOrder(order, on('mabcde', 'e'))).toBe(order);
});

test('whoever has video takes the place of somebody without on the first page, and no more moves than has to', () => {
  expect(ids(after(on('mabcde', '', 4, 'a')))).toBe('mdbcae');
  expect(ids(after(on('mabcde'), on('mabcde', '', 4, 'b')))).toBe('madcbe');
  // Nobody beyond the first page has more to show.
  expect(ids(after(on('mabcde'), on('mabcde', '', 4, 'bde')))).toBe('mabcde');
});

test('who speaks without video comes forward before somebody who has it and is silent, and stays while they speak', () => {
  const order = after(on('mabcde', 'e', 4, 'be'));
  expect(ids(order)).toBe('maecdb');
  expect(ids(nextOrder(order, on('mabcde', 'e', 4, 'be')))).toBe('maecdb');
});

test('who is large or in a corner keeps their place in line, and takes none of the first page meanwhile', () => {
  expect(ids(after(on('mabcde'), on('mabcde', 'e', 5, '', 'a')))).toBe('mabcde');
  expect(ids(after(on('mabcde'), on('mabcde', 'e', 4, '', 'a')))).toBe('maecdb');
});
