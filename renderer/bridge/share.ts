/**
 * `next`, with everything in it that is the same as in `before` being the very same object: so that what shows only a part
 * of it is drawn anew only when that part changes. For data without functions and loops, as main sends it.
 */
export function share<Data>(before: unknown, next: Data): Data {
  if (Object.is(before, next)) return next;
  if (Array.isArray(before) && Array.isArray(next)) return shareArray(before, next) as Data;
  if (!isRecord(before) || !isRecord(next)) return next;
  const old = (key: string) => (Object.hasOwn(before, key) ? before[key] : undefined);
  // Not by assignment: a key called __proto__ would be lost.
  const shared: Record<string, unknown> = Object.fromEntries(
    Object.entries(next).map(([key, value]) => [key, share(old(key), value)]),
  );
  const same =
    haveSameKeys(before, shared) && Object.entries(shared).every(([key, value]) => Object.is(value, before[key]));
  return (same ? before : shared) as Data;
}

function shareArray(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((value, index) => share(before[index], value));
  const isSame = before.length === next.length && shared.every((value, index) => Object.is(value, before[index]));
  return isSame ? before : shared;
}

/** The order of a record says something too: of people, who came first. */
function haveSameKeys(before: object, next: object): boolean {
  const keys = Object.keys(next);
  return Object.keys(before).length === keys.length && Object.keys(before).every((key, index) => keys[index] === key);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
