import type { ParleyError } from '../errors.ts';
import type { Millis, ParticipantId } from '../ids.ts';
import type { Reaction } from '../reaction.ts';
import type { Reason } from '../reasons.ts';
import type { Role } from '../roles.ts';
import type { Doer } from '../room.ts';
import type { MeetingLeft, RemovedFromRoom } from '../wire/frame.ts';

/** Somebody else is out: VideoSDK's participant-left, never without its reason. */
export interface ParticipantLeftNotice {
  readonly type: 'participant-left';
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly reason: Reason;
  /** With 1002: they were sent back to the lobby. */
  readonly toLobby?: true | undefined;
  readonly at: Millis;
}

/**
 * Somebody, maybe I, has another role from now. Who moved between speaker and viewer by it has left the stage in the one
 * mode (for everybody else a {@link ParticipantLeftNotice} with 1003 came right before) and is back in this one.
 */
export interface RoleChangedNotice {
  readonly type: 'role-changed';
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly role: Role;
  readonly mode: 'speaker' | 'viewer';
  readonly by: Doer;
  readonly at: Millis;
}

/**
 * Going to another meeting came to nothing (1104), because of `error`: I am still in the one where I was, or out of both.
 */
export interface SwitchFailedNotice {
  readonly type: 'switch-failed';
  readonly reason: Reason;
  readonly error: ParleyError;
  readonly stillIn: boolean;
  readonly at: Millis;
}

/** Somebody present, maybe I, reacted: to be shown for a moment. */
export interface ReactedNotice {
  readonly type: 'reacted';
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly reaction: Reaction;
  readonly at: Millis;
}

/**
 * What happened to people, told exactly once, in order: for somebody removed `removed-from-room`, then
 * `meeting-left`; for everybody else whose stay ends `meeting-left` alone. Whoever left for another meeting and was not
 * let in there is told `switch-failed` after it: the stay that was left has ended once.
 */
export type Notice =
  MeetingLeft | RemovedFromRoom | ParticipantLeftNotice | RoleChangedNotice | SwitchFailedNotice | ReactedNotice;
export type NoticeOf<Type extends Notice['type']> = Extract<Notice, { readonly type: Type }>;
