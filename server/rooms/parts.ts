import type * as v from 'valibot';

import type { ParleyError } from '#protocol/errors.ts';
import type { ParticipantId, Rev, RoomId } from '#protocol/ids.ts';
import type { Policies } from '#protocol/room.ts';

import type { HelloJoin } from '#protocol/wire/frame.ts';

import type { Storage, Tombstone } from '../contract.ts';
import type { JoinGrant } from '../credentials/joinTokens.ts';
import type { Settings } from '../options.ts';
import type { Attendance } from './attendance.ts';
import type { Chronicle } from './chronicle.ts';
import type { RefusalExtra } from './frames.ts';
import type { Waiter, Waiters } from './lobby/waiters.ts';
import type { Outlet, RoomSession } from './roomSession.ts';
import type { Task } from './task.ts';

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
  readonly waiters: Waiters;
  /** The room as JSON, as much of it as is for that participant to know. */
  snapshot(participant: ParticipantId): string;
  submit(task: Task): void;
}

/** Somebody who wants in: by a token that was good, in the words of their hello. */
export interface Joiner {
  readonly grant: JoinGrant;
  readonly hello: v.InferOutput<typeof HelloJoin>;
  readonly newcomer: Newcomer;
  /** Present if they have waited and now ask once more. */
  readonly waiter?: Waiter;
}

/**
 * A connection that said hello. Told exactly one of: in, not in, over; and before that, maybe, that it has to wait for
 * somebody to let it in.
 */
export interface Newcomer {
  readonly outlet: Outlet;
  /** In: the welcome, and the events that the client missed. */
  admitted(session: RoomSession, welcome: string, missed: string | null): void;
  refused(error: ParleyError, extra?: RefusalExtra): void;
  /** Neither in nor refused yet. */
  waits(waiter: Waiter, frame: string): void;
  /** The session that it wanted to resume is over; these are its last frames. */
  over(tombstone: Tombstone): void;
}
