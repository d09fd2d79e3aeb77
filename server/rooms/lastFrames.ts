import { framesOfEnding, framesOfTakeOver, exitsOf, type LastFrames } from '#meeting/room/exits.ts';
import type { CloseCause } from '#protocol/wire/limits.ts';
import type { ReasonType } from '#protocol/reasons.ts';
import type { Room } from '#protocol/room.ts';

import type { SessionRecord, Tombstone } from '../contract.ts';
import { type Step, stepsFrom } from './chronicle.ts';
import type { RoomParts } from './parts.ts';
import type { Outlet } from './roomSession.ts';

const CAUSES: Partial<Record<ReasonType, CloseCause>> = {
  REMOVE_PEER: 'removed',
  REMOVE_PEER_API: 'removed',
  REMOVE_ALL: 'ended',
  MEETING_END_API: 'ended',
  ROOM_CLOSE: 'closed',
  DUPLICATE_PARTICIPANT: 'takenOver',
};

/** Tells a connection that its session is over, and closes it. */
export function sayFarewell(outlet: Outlet, { removal, left }: Tombstone): void {
  if (removal) outlet.send(JSON.stringify(removal));
  outlet.send(JSON.stringify(left));
  outlet.close(CAUSES[left.reason.type] ?? 'left');
}

/** The exit that ended the session, looked up in the log; null if there was none. */
function exitAfter(steps: readonly Step[], record: SessionRecord): LastFrames | null {
  for (const { event, before, after } of steps) {
    if (after.rev <= record.joinedRev || before === null) continue;
    if (event.type === 'participant-taken-over' && event.participant === record.participant) {
      return framesOfTakeOver(event.at);
    }
    const exit = exitsOf(before, event).find(({ participant }) => participant === record.participant);
    if (exit) return { removal: exit.removal, left: exit.left };
  }
  return null;
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

async function lookUp(parts: RoomParts, record: SessionRecord): Promise<Tombstone | null> {
  const { events } = await parts.storage.log.read(parts.id, 0);
  return exitAfter(stepsFrom(null, events), record);
}

function endingOf(room: Room | null, { incarnation, participant }: SessionRecord): Tombstone | null {
  if (room?.phase !== 'ended' || room.incarnation !== incarnation || !room.ending) return null;
  return framesOfEnding(room.ending, participant);
}
