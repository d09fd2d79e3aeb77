import { expect, test } from 'vitest';

import type { IncomingSignal } from '#protocol/ipc/contract.ts';
import type { PeerSignal } from '#renderer/media/mesh/linkMessage.ts';
import { createStepBatch } from '#renderer/media/mesh/stepBatch.ts';
import { createHeldSignals } from '#renderer/media/signals/heldSignals.ts';

import { createClock } from './support/clock.ts';

const signal = (from: string, generation = 1): IncomingSignal =>
  ({ from, link: `${from}~me`, generation, data: '' }) as unknown as IncomingSignal;
const candidate = (name: string): PeerSignal => ({
  type: 'candidate',
  candidate: { candidate: name, sdpMLineIndex: 0, sdpMid: '0' },
});

test('signals wait, in order, until whoever sent them is known', () => {
  const held = createHeldSignals(createClock().now);
  held.hold(signal('ana', 1));
  held.hold(signal('ben', 2));
  held.hold(signal('ana', 3));
  const taken: number[] = [];
  held.release(({ from, generation }) => (from as string) === 'ana' && taken.push(generation) > 0);
  expect(taken).toEqual([1, 3]);
  held.release(({ generation }) => taken.push(generation) > 0);
  expect(taken).toEqual([1, 3, 2]);
  held.release(() => {
    throw new Error('nothing waits any more');
  });
});

test('signals that waited too long are dropped', () => {
  const clock = createClock();
  const held = createHeldSignals(clock.now);
  held.hold(signal('ana', 1));
  clock.pass(8_000);
  held.hold(signal('ana', 2));
  clock.pass(8_000);
  const taken: number[] = [];
  held.release(({ generation }) => taken.push(generation) > 0);
  expect(taken).toEqual([2]);
});

test('nobody fills the memory with signals: the oldest give way', () => {
  const held = createHeldSignals(createClock().now);
  for (let index = 0; index < 1_000; index += 1) held.hold(signal('ana', index));
  const taken: number[] = [];
  held.release(({ generation }) => taken.push(generation) > 0);
  expect(taken).toHaveLength(256);
  expect(taken.at(-1)).toBe(999);
});

test('signals of a meeting that is over are forgotten', () => {
  const held = createHeldSignals(createClock().now);
  held.hold(signal('ana'));
  held.clear();
  const taken: IncomingSignal[] = [];
  held.release((found) => taken.push(found) > 0);
  expect(taken).toEqual([]);
});

test('candidates of one turn are one signal; a description takes those before it along at once', () => {
  const clock = createClock();
  const sent: string[][] = [];
  const batch = createStepBatch(clock.after, (steps) =>
    sent.push(steps.map((step) => (step.type === 'candidate' ? step.candidate.candidate : step.type))),
  );
  batch.add(candidate('a'));
  batch.add({ type: 'offer', sdp: '' });
  expect(sent).toEqual([['a', 'offer']]);
  batch.add(candidate('b'));
  batch.add(candidate('c'));
  expect(sent).toHaveLength(1);
  clock.pass(1);
  expect(sent[1]).toEqual(['b', 'c']);
  batch.add(candidate('d'));
  batch.drop();
  clock.pass(1);
  expect(sent).toHaveLength(2);
  expect(clock.waiting).toBe(0);
});
