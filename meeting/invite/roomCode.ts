import type { RoomId } from '#protocol/ids.ts';

/** Without `i`, `l` and `o`, which are taken for `1` and `0` when a code is read from a screen or a note. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';

/** The greatest multiple of the number of letters that a byte can reach: what lies above would favour the first letters. */
const FAIR = 256 - (256 % LETTERS.length);

const LENGTH = 10;

/**
 * A new meeting code from random bytes. Pass 32: about one in eighty is skipped, because it would make some letters
 * likelier than others; throws if too few are left. The 23^10 codes (45 bits) name a room and keep nobody out of it.
 */
export function newRoomId(randomBytes: Uint8Array): RoomId {
  const fair = [...randomBytes].filter((byte) => byte < FAIR).slice(0, LENGTH);
  if (fair.length < LENGTH) throw new RangeError('too few random bytes for a meeting code: pass 32');
  return spell(fair.map((byte) => LETTERS.charAt(byte % LETTERS.length)).join(''));
}

/**
 * A meeting code as people type it: any case, with spaces, dashes or nothing between the letters. Null if it is none.
 * Knows all 26 letters, because codes need not come from `newRoomId`.
 */
export function parseRoomCode(text: string): RoomId | null {
  const letters = text.replace(/[\s\u2010-\u2015-]/gu, '').toLowerCase();
  return /^[a-z]{10}$/.test(letters) ? spell(letters) : null;
}

function spell(letters: string): RoomId {
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}` as RoomId;
}
