import type { ParleyError } from '#protocol/errors.ts';
import type { Incarnation, Millis, ParticipantId } from '#protocol/ids.ts';
import type { Reason } from '#protocol/reasons.ts';
import type { Policies, Policy, Room } from '#protocol/room.ts';
import type { Expected, RefusalFacts, Target, Waiting } from '#protocol/session.ts';
import type { IceServer, IceTransportPolicy, RemovedFromRoom } from '#protocol/wire/frame.ts';

import type { OwnWay } from '../reason.ts';

/** Everything that can happen to a session. What a phase has no use for leaves the session as it was. */
export type SessionInput =
  /** The person wants into a meeting: idle, or over and released, to preview. */
  | { readonly type: 'open'; readonly target: Target }
  /** Preview, or over and released (rejoin), to joining. */
  | { readonly type: 'join' }
  /** Over and released with 1005: straight on to joining the meeting that the first one was left for. */
  | { readonly type: 'switch'; readonly target: Target }
  /** A further try to get in, or back in. */
  | { readonly type: 'attempt'; readonly attempt: number }
  /**
   * The server said no for good: back to preview, or, while reconnecting, over with 1103. On the way from another meeting
   * over with 1104, from where that one can be rejoined.
   */
  | ({
      readonly type: 'refused';
      readonly error: ParleyError;
      readonly mayUnlock: boolean;
      readonly at: Millis;
    } & RefusalFacts)
  /** Somebody has to let me in: joining goes on, until they do. */
  | ({ readonly type: 'waiting' } & Omit<Waiting, 'lost'>)
  /** In, or back in: as the same participant, or after the grace time as a new one. */
  | {
      readonly type: 'welcomed';
      readonly me: ParticipantId;
      readonly incarnation: Incarnation;
      readonly room: Room;
      readonly iceServers: readonly IceServer[];
      readonly iceTransportPolicy: IceTransportPolicy;
      readonly clockOffset: number;
      readonly policies?: Policies | undefined;
    }
  /** The same ICE servers with new credentials. */
  | { readonly type: 'ice-servers'; readonly iceServers: readonly IceServer[] }
  | { readonly type: 'room-changed'; readonly room: Room }
  | { readonly type: 'connection-lost'; readonly at: Millis }
  /**
   * The server's last frames for this stay. `removal` is what `removed-from-room` said, null if there was none;
   * `locked` whether the room refuses joins, as far as the client knows.
   */
  | {
      readonly type: 'terminated';
      readonly reason: Reason;
      readonly policy?: Policy | undefined;
      readonly removal: RemovedFromRoom | null;
      readonly locked: boolean;
      readonly at: Millis;
    }
  /**
   * My own leave took effect here, whether or not the server has heard of it; `alone`: it was the app that left;
   * `switching`: to another meeting.
   */
  | ({ readonly type: 'left'; readonly at: Millis } & OwnWay)
  /** Back from preview, out of joining, or no more reconnecting (1102). */
  | { readonly type: 'cancel'; readonly at: Millis }
  /**
   * What the room would say now, heard while looking at it from outside, before a stay or after one. `role` is null
   * where it said nothing of that.
   */
  | ({
      readonly type: 'standing';
      readonly refusal: ParleyError | null;
      readonly mayUnlock: boolean;
      readonly mustWait?: boolean | undefined;
      readonly recorded?: boolean | undefined;
    } & Expected &
      RefusalFacts)
  /** The lock that refused me was lifted. */
  | { readonly type: 'unlocked' }
  /** Camera, microphone, screen and peer links are gone. */
  | { readonly type: 'released' }
  /** The person has read how it ended. */
  | { readonly type: 'dismiss' };

export type SessionInputOf<Type extends SessionInput['type']> = Extract<SessionInput, { readonly type: Type }>;
