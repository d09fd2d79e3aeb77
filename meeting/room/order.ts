import type { ParleyError } from '#protocol/errors.ts';
import type { Incarnation, Millis, ParticipantId, PrincipalId, RoomId } from '#protocol/ids.ts';
import type { Role, RoleTable } from '#protocol/roles.ts';
import type { MediaState, Policies, Policy, SpeakerLimit } from '#protocol/room.ts';
import type { Command } from '#protocol/wire/command.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

import type { Duplicates } from './duplicates.ts';

/** What a server's configuration says of roles and speakers. */
export interface RoleTerms {
  readonly roleTable: RoleTable;
  readonly speakers: SpeakerLimit | null;
}

/** Orders that no client can send: the server's own, about connections, policies and storage. */
export type ServerOrder =
  /** Makes the room with its host and the hash of its invite key; with its lobby on if so told. Refused with `room-exists`. */
  | {
      readonly type: 'create';
      readonly room: RoomId;
      readonly host: PrincipalId;
      readonly inviteHash: string;
      readonly lobby?: boolean;
      /** What the server's configuration says of roles and speakers. Absent: what they are by default. */
      readonly roles?: RoleTerms;
    }
  /**
   * A hello with a valid token. Ids are made by the caller, because rules know no randomness; `incarnation` is used
   * only if this join opens the room, `participant` only if the principal is not present already (then it is a
   * take-over, which goes through a lock and a full room, because nobody new comes in). Refused with
   * `room-not-found`, `barred`, `room-locked`, `room-full`, and with `duplicates: 'refuse'` also with
   * `already-joined`. Whoever the lobby stops knocks instead, and is refused with
   * `lobby-full`; whoever waited, with what it came to: `not-admitted`, `room-ended`. No event where they wait already.
   */
  | {
      readonly type: 'join';
      readonly principal: PrincipalId;
      readonly participant: ParticipantId;
      readonly incarnation: Incarnation;
      readonly name: string;
      readonly media: MediaState;
      /** Most participants that the server allows in one room. */
      readonly capacity: number;
      /** Absent: `take-over`. */
      readonly duplicates?: Duplicates;
      /** Most who may wait to be let in. */
      readonly places: number;
      /** By somebody barred, who asks to come back: what they say for it. */
      readonly appeal?: string | undefined;
      /** They waited since then and have not heard yet what came of it. */
      readonly waitingSince?: Millis | undefined;
    }
  /** Nobody waits there any more. No event where they do not wait. */
  | { readonly type: 'withdraw-knock'; readonly principal: PrincipalId; readonly cause: 'cancelled' | 'lost' }
  /** The participant's connection is gone, or back. Refused with `not-joined`; no event where nothing changes. */
  | { readonly type: 'lose-connection'; readonly participant: ParticipantId }
  | { readonly type: 'resume'; readonly participant: ParticipantId; readonly principal: PrincipalId }
  /**
   * Puts out (1001) everybody who has been lost for `graceMs` or more, but for those in `spare`: their grace time began
   * later than their loss (silent but not yet given up, or the server itself was down). No event where nobody is.
   */
  | { readonly type: 'expire-lost'; readonly graceMs: number; readonly spare?: readonly ParticipantId[] }
  /** Closes (1006) an open room in which nobody is present. No event otherwise. */
  | { readonly type: 'close-empty' }
  /**
   * By policy: the room is ended and everybody is out with 1006. The same as `close-empty` where nobody is present; no
   * event where the room is not open.
   */
  | { readonly type: 'close'; readonly policy: Exclude<Policy, 'alone'>; readonly note: string }
  /** The same for the policy whose time has come. No event where none has: a clock that jumped back closes nothing early. */
  | { readonly type: 'enforce'; readonly policies: Policies }
  /** The scheduled end comes (1008). No event where none is scheduled, or its time has not come. */
  | { readonly type: 'end-as-scheduled' }
  /** The HTTP API's: 1009 and 1010. Refused with `room-ended`, and with `no-such-participant`. */
  | { readonly type: 'end-by-api'; readonly note: string; readonly lock: boolean }
  | {
      readonly type: 'remove-by-api';
      readonly participant: ParticipantId;
      readonly note: string;
      readonly bar: boolean;
    }
  /** The HTTP API's, in every phase of the room. Refused with `not-barred`. */
  | { readonly type: 'unbar-by-api'; readonly principal: PrincipalId }
  /** The HTTP API's, in every phase of the room. Refused with `already-locked`, and with `not-locked`. */
  | { readonly type: 'lock-by-api' }
  | { readonly type: 'unlock-by-api' }
  /** The HTTP API's, in every phase of the room. The answers are refused with `not-waiting`. */
  | { readonly type: 'set-lobby-by-api'; readonly on: boolean }
  | { readonly type: 'admit-by-api'; readonly principal: PrincipalId | 'all' }
  | {
      readonly type: 'refuse-entry-by-api';
      readonly principal: PrincipalId;
      readonly note: string;
      readonly bar: boolean;
    }
  /**
   * The HTTP API's: what a principal, present or not, is from now. Refused with `barred`, `unknown-role`, and for who is
   * present with `too-many-speakers`; no event where nothing changes.
   */
  | { readonly type: 'assign-role'; readonly principal: PrincipalId; readonly role: Role }
  /**
   * What the server's configuration says of roles and speakers. Whoever has a role that is no more is a guest from now.
   * No event where the room knows it.
   */
  | ({ readonly type: 'define-roles' } & RoleTerms)
  /**
   * The HTTP API's: most who may send at once in this room; null: as configured. Puts out (1004) the newest who are too
   * many, but no host. Refused with `unknown-role` where the room has no role `viewer` that sends nothing.
   */
  | { readonly type: 'set-speaker-limit'; readonly limit: SpeakerLimit | null };
export type ServerOrderOf<Type extends ServerOrder['type']> = Extract<ServerOrder, { readonly type: Type }>;

/** Who gives an order, as authenticated by the server; rights are read from the room when it is decided. */
export type Giver = { readonly kind: 'principal'; readonly principal: PrincipalId } | { readonly kind: 'server' };

export type Order =
  | { readonly by: Extract<Giver, { kind: 'principal' }>; readonly at: Millis; readonly command: Command }
  | { readonly by: Extract<Giver, { kind: 'server' }>; readonly at: Millis; readonly command: ServerOrder };

/** What an order comes to: the events to append (maybe none), or why not. */
export type Decision =
  { readonly ok: true; readonly events: readonly RoomEvent[] } | { readonly ok: false; readonly error: ParleyError };
