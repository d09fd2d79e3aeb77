import type { ParleyError } from '#protocol/errors.ts';
import type { ParticipantId, Rev, RoomId } from '#protocol/ids.ts';
import type { Policies } from '#protocol/room.ts';

import type { Storage, Tombstone } from '../contract.ts';
import type { Settings } from '../options.ts';
import type { Attendance } from './attendance.ts';
import type { Chronicle } from './chronicle.ts';
import type { Outlet, RoomSession } from './roomSession.ts';

/** What the tasks of one room work with. */
export interface RoomParts {
  readonly id: RoomId;
  readonly chronicle: Chronicle;
  readonly attendance: Attendance;
  readonly storage: Storage;
  readonly settings: Settings;
  /** When this server closes the room by itself; null: never. */
  readonly policies: Policies | null;
  /** Where the log stood when this server began to look after the room. */
  readonly foundRev: Rev;
  /** The participant's connection may not be what the log says it is. */
  unsettle(participant: ParticipantId): void;
  /** Signals to and from the participant begin anew. */
  forget(participant: ParticipantId): void;
  /** The room as JSON, written out once for each revision. */
  snapshot(): string;
}

/** A connection that said hello and waits to be let in. Told exactly one of the three. */
export interface Newcomer {
  readonly outlet: Outlet;
  /** In: the welcome, and the events that the client missed. */
  admitted(session: RoomSession, welcome: string, missed: string | null): void;
  refused(error: ParleyError, mayUnlock: boolean): void;
  /** The session that it wanted to resume is over; these are its last frames. */
  over(tombstone: Tombstone): void;
}
