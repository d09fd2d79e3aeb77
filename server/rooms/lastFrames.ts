import { framesOfEnding } from '#meeting/room/exits.ts';
import type { CloseCause } from '#protocol/wire/limits.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { Room } from '#protocol/room.ts';

import type { SessionRecord, Tombstone } from '../contract.ts';
import type { RoomParts } from './parts.ts';
import type { Outlet } from './roomSession.ts';
import { StepWriter } from './steps.ts';

const CAUSES: Partial<Record<ReasonType, CloseCause>> = {
  REMOVE_PEER: 'removed',
  REMOVE_PEER_API: 'removed',
  REMOVE_ALL: 'ended',
  MEETING_END_API: 'ended',
  ROOM_CLOSE: 'closed',
  REMOVE_PEER_MEDIA_RELAY_STOP: 'closed',
  DUPLICATE_PARTICIPANT: 'takenOver',
};

/** Tells a connection that its session is over, and closes it. */
export function sayFarewell(outlet: Outlet, { removal, left }: Tombstone): void {
  if (removal) outlet.send(JSON.stringify(removal));
  outlet.send(JSON.stringify(left));
  outlet.close(CAUSES[left.reason.type] ?? 'left');
}

/**
 * What a session that can't be resumed is told. Null: nothing is left to tell, the client may join afresh; so it is for
 * whoever was only lost for too long (1001), unless the meeting was ended in the meantime. Rejects if storage does.
 */
export async function farewellOf(parts: RoomParts, record: SessionRecord): Promise<Tombstone | null> {
  const tombstone = record.tombstone ?? (await lookUp(parts, record));
  if (tombstone?.left.reason.type !== 'WEBSOCKET_DISCONNECTED') return tombstone;
  return endingOf(parts.chronicle.room, record);
}

/** The exit that ended the session, in the log; null if there was none. */
async function lookUp(parts: RoomParts, { participant, joinedRev }: SessionRecord): Promise<Tombstone | null> {
  const { events } = await parts.storage.log.read(parts.id, 0);
  for (const { rev, exits } of new StepWriter(null).write(events)) {
    const exit = rev > joinedRev ? exits.find((candidate) => candidate.participant === participant) : undefined;
    if (exit) return { removal: exit.removal, left: exit.left };
  }
  return null;
}

function endingOf(room: Room | null, { incarnation, participant }: SessionRecord): Tombstone | null {
  if (room?.phase !== 'ended' || room.incarnation !== incarnation || !room.ending) return null;
  return framesOfEnding(room.ending, participant);
}
