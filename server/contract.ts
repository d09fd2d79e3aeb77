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
  answer(room: RoomId, principal: PrincipalId, commandId: string, now: Millis): Promise<StoredAnswer | null>;
  close(): Promise<void>;
}

/** A session that can be resumed, or the tombstone of one that is over. */
export interface SessionRecord {
  readonly sessionId: SessionId;
  readonly room: RoomId;
  readonly incarnation: Incarnation;
  readonly principal: PrincipalId;
  readonly participant: ParticipantId;
  /** SHA-256 of the newest resume token, base64url. */
  readonly tokenHash: string;
  /** The one before, valid until the newest is acknowledged. */
  readonly previousHash: string | null;
  /** What was, or would have been, the session's last frames. */
  readonly tombstone: { readonly removal: RemovedFromRoom | null; readonly left: MeetingLeft } | null;
  readonly updatedAt: Millis;
}

/** Sessions live beside the rooms, in the same storage, because a restarted server must let resumes back in. */
export interface SessionStore {
  put(record: SessionRecord): Promise<void>;
  get(sessionId: SessionId): Promise<SessionRecord | null>;
  /** Forgets tombstones and sessions untouched since `before`. */
  sweep(before: Millis): Promise<void>;
}

export interface Storage {
  readonly log: RoomLog;
  readonly sessions: SessionStore;
}
