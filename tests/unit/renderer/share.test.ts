import { anything, assert, clone, property } from 'fast-check';
import { expect, test } from 'vitest';

import { share } from '#renderer/bridge/share.ts';

test('what is the same is the very same object, however deep', () => {
  const before = { room: { people: [{ name: 'Ana' }, { name: 'Ben' }] }, at: 1 };
  const next = structuredClone(before);
  expect(share(before, next)).toBe(before);
});

test('what changed is another object, and all beside it the one of before', () => {
  const before = { a: { name: 'Ana', media: { camera: true } }, b: { name: 'Ben', media: { camera: true } } };
  const next = structuredClone(before);
  next.a.media.camera = false;
  const shared = share(before, next);
  expect(shared).toEqual(next);
  expect(shared).not.toBe(before);
  expect(shared.b).toBe(before.b);
  expect(shared.a.media).toEqual({ camera: false });
});

test('one more, one less and another order are changes', () => {
  const before = { a: { name: 'Ana' }, b: { name: 'Ben' } };
  expect(Object.keys(share(before, { b: { name: 'Ben' }, a: { name: 'Ana' } }))).toEqual(['b', 'a']);
  expect(share(before, { a: { name: 'Ana' } })).toEqual({ a: { name: 'Ana' } });
  expect(share<object>({ a: 1 }, { a: 1, b: undefined })).toHaveProperty('b');
  expect(share([1, 2], [1])).toEqual([1]);
});

test('a record keeps whatever its keys are called', () => {
  const next: unknown = JSON.parse('{"__proto__":{"name":"Ana"}}');
  expect(Object.keys(share<object>({}, next as object))).toEqual(['__proto__']);
  expect(share(next, structuredClone(next))).toBe(next);
});

test('whatever came before, what comes out says what was sent', () => {
  const data = anything({ withNullPrototype: false });
  assert(
    property(data, clone(data, 2), (before, [next, same]) => {
      expect(share(before, next)).toEqual(same);
      expect(share(next, same)).toEqual(same);
    }),
  );
});
