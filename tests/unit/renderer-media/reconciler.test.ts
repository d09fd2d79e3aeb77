import { expect, test } from 'vitest';

import { createReconciler } from '#renderer/media/lifetime/reconciler.ts';
import { openScope } from '#renderer/media/lifetime/scope.ts';

import { noFault, settle } from './support/clock.ts';

test('steps never overlap, and of the goals set meanwhile only the latest is worked on', async () => {
  const log: string[] = [];
  const finish: (() => void)[] = [];
  const reconciler = createReconciler<string>(async (goal) => {
    log.push(`begin ${goal}`);
    await new Promise<void>((resolve) => finish.push(resolve));
    log.push(`end ${goal}`);
  }, noFault);

  reconciler.aim('a');
  reconciler.aim('b');
  reconciler.aim('c');
  expect(log).toEqual(['begin a']);
  finish.shift()?.();
  await settle();
  expect(log).toEqual(['begin a', 'end a', 'begin c']);
  finish.shift()?.();
  await reconciler.settled();
  expect(log).toEqual(['begin a', 'end a', 'begin c', 'end c']);
});

test('the first step begins before aim returns, so that closing is not put off', () => {
  let began = false;
  createReconciler<null>(async () => {
    began = true;
  }, noFault).aim(null);
  expect(began).toBe(true);
});

test('a step that throws is told of, and the next goal is worked on', async () => {
  const faults: unknown[] = [];
  const reached: string[] = [];
  const reconciler = createReconciler<string>(
    async (goal) => {
      if (goal === 'bad') throw new Error('no');
      reached.push(goal);
    },
    (fault) => faults.push(fault),
  );
  reconciler.aim('bad');
  await reconciler.settled();
  reconciler.aim('good');
  await reconciler.settled();
  expect(faults).toEqual([new Error('no')]);
  expect(reached).toEqual(['good']);
});

test('settled waits for a goal that is set while the one before settles', async () => {
  const reached: string[] = [];
  const reconciler = createReconciler<string>(async (goal) => {
    await settle();
    reached.push(goal);
    if (goal === 'a') reconciler.aim('b');
  }, noFault);
  reconciler.aim('a');
  await reconciler.settled();
  expect(reached).toEqual(['a', 'b']);
});

test('a scope frees the latest first, all of it, also when something fails', async () => {
  const freed: string[] = [];
  const faults: unknown[] = [];
  const scope = openScope((fault) => faults.push(fault));
  scope.own(() => void freed.push('first'));
  scope.own(() => {
    throw new Error('stuck');
  });
  scope.own(async () => {
    freed.push('last');
    await settle();
    freed.push('last, at length');
  });
  const closing = scope.close();
  expect(freed).toEqual(['last', 'first']);
  await closing;
  expect(freed).toEqual(['last', 'first', 'last, at length']);
  expect(faults).toEqual([new Error('stuck')]);
  expect(scope.closed).toBe(true);
});

test('what a closed scope is given is freed at once', async () => {
  const scope = openScope(noFault);
  await scope.close();
  let freed = false;
  scope.own(() => {
    freed = true;
  });
  expect(freed).toBe(true);
});
