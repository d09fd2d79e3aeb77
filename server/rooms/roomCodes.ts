import { createHmac, randomInt } from 'node:crypto';

import type { RoomId } from '#protocol/ids.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Ten letters as a code. */
function codeOf(letter: (index: number) => string): RoomId {
  const letters = Array.from({ length: 10 }, (_, index) => letter(index)).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}` as RoomId;
}

/** A new meeting code, as in `kfr-wmbe-tqa`: 47 bits, so that codes can't be tried out; what lets in is the invite. */
export const newRoomId = (): RoomId => codeOf(() => LETTERS.charAt(randomInt(LETTERS.length)));

/** The code that belongs to a text: always the same, and not to be worked out without the key. */
export function roomIdFor(key: Uint8Array, text: string): RoomId {
  const hash = createHmac('sha256', key).update(`parley/room-code/v1 ${text}`).digest();
  // Two bytes for each letter, so that none is noticeably more likely than another.
  return codeOf((index) => LETTERS.charAt(hash.readUInt16BE(2 * index) % LETTERS.length));
}
