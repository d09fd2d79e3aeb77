import type { Incarnation, Millis, ParticipantId, PrincipalId, Rev, RoomId, SessionId } from '#protocol/ids.ts';
import type { MeetingLeft, RemovedFromRoom } from '#protocol/wire/frame.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

/** An answered command, stored with the events that it caused, so that the same id never works twice. */
export interface StoredAnswer {
  readonly principal: PrincipalId;
  readonly commandId: string;
  /** The `ok` or `error` frame, as sent. */
  readonly frame: string;
  /** Kept until then, by the server's clock. */
  readonly until: Millis;
}

export interface Append {
  readonly room: RoomId;
  readonly expectedRev: Rev;
  readonly events: readonly RoomEvent[];
  readonly answers: readonly StoredAnswer[];
  /** On disk, synced, before the append settles. */
  readonly durable: boolean;
}

export type AppendOutcome =
  { readonly appended: true; readonly rev: Rev } | { readonly appended: false; readonly rev: Rev };

/** The only storage of rooms. Rejects only where the storage itself can't be reached: the caller then fails closed. */
export interface RoomLog {
  /** Appends all or nothing if the room is still at `expectedRev` (0: it does not exist yet). */
  append(append: Append): Promise<AppendOutcome>;
  /** Events after `sinceRev`, in order, with the rev of the last. */
  read(room: RoomId, sinceRev: Rev): Promise<{ readonly rev: Rev; readonly events: readonly RoomEvent[] }>;
  /** Told after each append to the room, by whomever, until the returned function is called. */
  watch(room: RoomId, listener: (rev: Rev) => void): () => void;
  /** The stored answer, unless it is past its time at `now`. */
  answer(room: RoomId, principal: PrincipalId, commandId: string, now: Millis): Promise<StoredAnswer | null>;
  /** Rooms whose incarnation is under way: what a restarted server has to look after. */
  openRooms(): Promise<readonly RoomId[]>;
  /**
   * Forgets answers that are past their time at `now`, and what was said in the chat longer ago than it is kept, or in
   * rooms that are not open: the events stay, without `sealed`.
   */
  sweep(now: Millis): Promise<void>;
}

/** What were, or would have been, a session's last frames. */
export interface Tombstone {
  readonly removal: RemovedFromRoom | null;
  readonly left: MeetingLeft;
}

/** A session that can be resumed, or the tombstone of one that is over. */
export interface SessionRecord {
  readonly sessionId: SessionId;
  readonly room: RoomId;
  readonly incarnation: Incarnation;
  readonly principal: PrincipalId;
  readonly participant: ParticipantId;
  /** Rev of the join or take-over that began the session: an exit of the participant after it is the session's too. */
  readonly joinedRev: Rev;
  /** SHA-256 of the newest resume token, base64url. */
  readonly tokenHash: string;
  /** The one before, valid until the newest is acknowledged. */
  readonly previousHash: string | null;
  readonly tombstone: Tombstone | null;
  readonly updatedAt: Millis;
}

/** The sessions of one participant that began at or before `untilRev`, and what they are told. */
export interface Burial {
  readonly room: RoomId;
  readonly participant: ParticipantId;
  readonly untilRev: Rev;
  readonly tombstone: Tombstone;
}

/** Sessions live beside the rooms, in the same storage, because a restarted server must let resumes back in. */
export interface SessionStore {
  put(record: SessionRecord): Promise<void>;
  get(sessionId: SessionId): Promise<SessionRecord | null>;
  /** Marks as over, in one step, all the sessions that the burials name and that are not over yet. */
  bury(burials: readonly Burial[]): Promise<void>;
  /** Forgets tombstones and sessions untouched since `before`. */
  sweep(before: Millis): Promise<void>;
}

export interface Storage {
  /** This storage's own name: the audience of the tokens that are good for its rooms. Kept over restarts. */
  readonly id: string;
  readonly log: RoomLog;
  readonly sessions: SessionStore;
  close(): Promise<void>;
}
