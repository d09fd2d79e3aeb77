/**
 * `next`, with everything in it that is the same as in `before` being the very same object: so that what shows only a part
 * of it is drawn anew only when that part changes. For data without functions and loops, as main sends it.
 */
export function share<Data>(before: unknown, next: Data): Data {
  if (Object.is(before, next)) return next;
  if (Array.isArray(before) && Array.isArray(next)) return shareArray(before, next) as Data;
  if (!isRecord(before) || !isRecord(next)) return next;
  const shared: Record<string, unknown> = {};
  let same = Object.keys(before).length === Object.keys(next).length;
  for (const [key, value] of Object.entries(next)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    shared[key] = share(old, value);
    if (!Object.hasOwn(before, key) || !Object.is(shared[key], old)) same = false;
  }
  return (same && isInOrder(before, next) ? before : shared) as Data;
}

function shareArray(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((value, index) => share(before[index], value));
  const isSame = before.length === next.length && shared.every((value, index) => Object.is(value, before[index]));
  return isSame ? before : shared;
}

/** The order of a record says something too: of people, who came first. */
function isInOrder(before: object, next: object): boolean {
  const keys = Object.keys(next);
  return Object.keys(before).every((key, index) => keys[index] === key);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
