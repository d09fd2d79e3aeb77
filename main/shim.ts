import { webcrypto } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

// What Node 16, inside Electron 22, lacks of what the packages bundled here take for granted: jose and the client
// Web Crypto, electron-store the other two. Nothing is replaced where it is there.
const globals = globalThis as { crypto?: unknown; structuredClone?: unknown };
globals.crypto ??= webcrypto;
globals.structuredClone ??= (value: unknown): unknown => deserialize(serialize(value));

function toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number): unknown[] {
  return [...this].sort(compare);
}
if (!('toSorted' in Array.prototype)) {
  // As the language has it: not among what `for in` lists.
  // eslint-disable-next-line no-extend-native
  Object.defineProperty(Array.prototype, 'toSorted', { value: toSorted, writable: true, configurable: true });
}
