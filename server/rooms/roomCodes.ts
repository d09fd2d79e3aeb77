import { randomInt } from 'node:crypto';

import type { RoomId } from '#protocol/ids.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const letters = (length: number): string =>
  Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** A new meeting code, as in `kfr-wmbe-tqa`: 47 bits, so that codes can't be tried out; what lets in is the invite. */
export const newRoomId = (): RoomId => `${letters(3)}-${letters(4)}-${letters(3)}` as RoomId;
