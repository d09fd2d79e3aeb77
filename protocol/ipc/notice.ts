import type { Millis, ParticipantId } from '../ids.ts';
import type { Reason } from '../reasons.ts';
import type { MeetingLeft, RemovedFromRoom } from '../wire/frame.ts';

/** Somebody else is out: VideoSDK's participant-left, never without its reason. */
export interface ParticipantLeftNotice {
  readonly type: 'participant-left';
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly reason: Reason;
  readonly at: Millis;
}

/**
 * What happened to people, told exactly once, in order: for somebody removed `removed-from-room`, then
 * `meeting-left`; for everybody else whose stay ends `meeting-left` alone.
 */
export type Notice = MeetingLeft | RemovedFromRoom | ParticipantLeftNotice;
export type NoticeOf<Type extends Notice['type']> = Extract<Notice, { readonly type: Type }>;
