import type { ParleyError } from './errors.ts';
import type { Incarnation, Millis, ParticipantId, RoomId } from './ids.ts';
import type { Reason } from './reasons.ts';
import type { Permission, Role } from './roles.ts';
import type { Doer, Policies, Policy, Room } from './room.ts';
import type { IceServer, IceTransportPolicy, RemovedFromRoom } from './wire/frame.ts';

/** Where a meeting is. Holds no secret, so it may be shown, kept and logged. */
export interface Target {
  /** `host` or `host:port`, as in the invite link. */
  readonly server: string;
  readonly room: RoomId;
  /** This very app hosts the meeting's server. */
  readonly hosted: boolean;
}

/** How my stay ended: everything that the screen after it needs to say what happened, who did it and why. */
export interface Exit {
  readonly reason: Reason;
  /** Present if somebody, or something, removed me or ended the room. Never for the one who ended it. */
  readonly removal: RemovedFromRoom | null;
  /** With 1006: which policy it was, where the server said so. */
  readonly policy?: Policy | undefined;
  /** With 1103 and 1104: what the server, or the network, said. */
  readonly error: ParleyError | null;
  /** With 1104: the meeting that did not let me in. The exit's own is the one that I left for it, and may go back to. */
  readonly sought?: Target | undefined;
  /** I did it myself (left, or ended for everyone): no dialog. */
  readonly mine: boolean;
  /** Joining again would be let in, as far as the client can know. */
  readonly mayRejoin: boolean;
  readonly at: Millis;
  /** Camera, microphone, screen and peer links are all released; `meeting-left` is emitted only then. */
  readonly released: boolean;
}

/** What the room would say to my coming back, as it said when it was last asked. */
export interface WayBack {
  /** What I would be; null where the room did not say. */
  readonly role: Role | null;
  /** Why I would not be let in; null where I would be. */
  readonly refusal: ParleyError | null;
  /** It is locked, and I may lift the lock. */
  readonly mayUnlock: boolean;
}

interface Inside {
  readonly target: Target;
  readonly me: ParticipantId;
  readonly incarnation: Incarnation;
  readonly room: Room;
  /** With the newest credentials that the server gave. */
  readonly iceServers: readonly IceServer[];
  readonly iceTransportPolicy: IceTransportPolicy;
  /** Add to this machine's clock to get the server's, in ms. */
  readonly clockOffset: number;
  /** The times that the server sets for this meeting; absent where it sets none. */
  readonly policies?: Policies | undefined;
}

/** What I will be inside, as the room said before. */
export interface Expected {
  /** Null while that is not known. */
  readonly role: Role | null;
  /** What that role may do; absent: what it may by default. */
  readonly permissions?: readonly Permission[] | undefined;
  /** I would be one speaker too many: that is why I come in as a viewer. */
  readonly speakersFull?: boolean | undefined;
}

/** I wait to be let in. */
export interface Waiting {
  /** When I knocked, on the server's clock. */
  readonly since: Millis;
  /** Add to this machine's clock to get the server's, in ms. */
  readonly clockOffset: number;
  /** I am barred, and asked to come back. */
  readonly appeal: boolean;
  /** The connection is gone; the place is kept while I come back. */
  readonly lost: boolean;
}

/** What else there is to a refusal. */
export interface RefusalFacts {
  /** Who did not let me in, and in which words. */
  readonly turnedAway?: { readonly by: Doer; readonly note: string } | undefined;
  /** I am barred, and may ask to come back, once. */
  readonly mayAppeal?: boolean | undefined;
}

/** One participant's own life. The only way on is the reducer in meeting/session. */
export type Session =
  | { readonly phase: 'idle' }
  /**
   * Looking at oneself before joining. `refusal` says why the last try to join failed, or would fail now; `mayUnlock`
   * whether I may lift the lock.
   */
  | ({
      readonly phase: 'preview';
      readonly target: Target;
      readonly refusal: ParleyError | null;
      readonly mayUnlock: boolean;
      /** Whoever joins waits to be let in. */
      readonly mustWait?: boolean | undefined;
      /** Somebody in the meeting records it. */
      readonly recorded?: boolean | undefined;
    } & Expected &
      RefusalFacts)
  | ({
      readonly phase: 'joining';
      readonly target: Target;
      readonly attempt: number;
      /** Present while somebody has to let me in. */
      readonly waiting?: Waiting | undefined;
      /** On the way from another meeting, which I have left: the way back if this one does not let me in. */
      readonly switchedFrom?: { readonly target: Target; readonly mayRejoin: boolean };
    } & Expected)
  | ({ readonly phase: 'joined' } & Inside)
  /** The connection is lost; media goes on while it can. */
  | ({ readonly phase: 'reconnecting'; readonly since: Millis; readonly attempt: number } & Inside)
  /** `wayBack` where there may be one: asked of the room once everything is released, and again now and then. */
  | { readonly phase: 'over'; readonly target: Target; readonly exit: Exit; readonly wayBack?: WayBack };

export type SessionPhase = Session['phase'];
export type SessionIn<Phase extends SessionPhase> = Extract<Session, { readonly phase: Phase }>;
