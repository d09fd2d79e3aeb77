import { createHmac, randomBytes } from 'node:crypto';

import type { RoomId } from '#protocol/ids.ts';
import * as roomCode from '#meeting/invite/roomCode.ts';

/** A new meeting code; what lets in is the invite. */
export const newRoomId = (): RoomId => roomCode.newRoomId(randomBytes(32));

/** The code that belongs to a text: always the same, and not to be worked out without the key. */
export function roomIdFor(key: Uint8Array, text: string): RoomId {
  return roomCode.newRoomId(createHmac('sha256', key).update(`parley/room-code/v1 ${text}`).digest());
}
