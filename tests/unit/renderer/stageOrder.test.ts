import { expect, test } from 'vitest';

import { nextOrder, NO_ORDER, type OnStage, type StageOrder } from '#renderer/features/meeting/stage/stageOrder.ts';

const on = (present: string, speaking = '', perPage = 4): OnStage => ({
  me: 'm',
  present: present.split(''),
  speaking: new Set(speaking),
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
