import type { Millis, ParticipantId, PrincipalId } from '#protocol/ids.ts';
import type { Reason, ReasonType } from '#protocol/reasons.ts';
import type { Ending, Participant, Policy, Room } from '#protocol/room.ts';
import type { RoomEvent, RoomEventOf } from '#protocol/wire/event.ts';
import type { MeetingLeft, RemovedFromRoom } from '#protocol/wire/frame.ts';
import { reasonOf } from '../reason.ts';
import { everyone, participantOf } from './selectors.ts';

/** The last frames of a session, in this order; also its tombstone. */
export interface LastFrames {
  /** For whoever was put out by somebody or something; never for who ended the room, left or was lost. */
  readonly removal: RemovedFromRoom | null;
  readonly left: MeetingLeft;
}

/** One participant who is out because of an event, and what their session is told. */
export interface RoomExit extends LastFrames {
  readonly participant: ParticipantId;
  readonly principal: PrincipalId;
}

/** Who is out because of `event`, which follows on the room as it was `before`, and what each of them is told. */
export function exitsOf(before: Room, event: RoomEvent): readonly RoomExit[] {
  if (event.type === 'participant-left') return exitOfOne(before, event);
  if (event.type === 'room-ended')
    return everyone(before).map((participant) => exitByEnding(participant, event.ending));
  // A room closes only when nobody is in it, and a take-over ends a session, not a stay: see framesOfTakeOver.
  return [];
}

/** What a participant of the incarnation that ended so is told; its caller gets no removal (100ms's endRoom). */
export function framesOfEnding(ending: Ending, participant: ParticipantId): LastFrames {
  const left = meetingLeft(ENDED_BY[ending.cause], ending.at, ending.policy);
  if (ending.by?.participant === participant) return { removal: null, left };
  const { note: reason, by: peerWhoRemoved, locked } = ending;
  return { removal: { type: 'removed-from-room', reason, roomWasEnded: true, peerWhoRemoved, locked }, left };
}

/** What the old device's session is told when the same person goes on with another one (1011). The stay itself goes on. */
export function framesOfTakeOver(at: Millis): LastFrames {
  return { removal: null, left: meetingLeft('DUPLICATE_PARTICIPANT', at) };
}

const ENDED_BY: Readonly<Record<Ending['cause'], ReasonType>> = {
  participant: 'REMOVE_ALL',
  api: 'MEETING_END_API',
  policy: 'ROOM_CLOSE',
};

/** The reasons of which 100ms's onRemovedFromRoom tells: somebody, or the API, put this one out. */
const REMOVALS: ReadonlySet<ReasonType> = new Set<ReasonType>(['REMOVE_PEER', 'REMOVE_PEER_API']);

/** Whether somebody, or the API, put this one out. */
export function isRemoval({ type }: Reason): boolean {
  return REMOVALS.has(type);
}

function exitByEnding({ id, principal }: Participant, ending: Ending): RoomExit {
  return { participant: id, principal, ...framesOfEnding(ending, id) };
}

function exitOfOne(before: Room, event: RoomEventOf<'participant-left'>): readonly RoomExit[] {
  const participant = participantOf(before, event.participant);
  if (!participant) return [];
  const { reason, policy, at } = event;
  const left: MeetingLeft = { type: 'meeting-left', reason, ...(policy && { policy }), at };
  const removal = isRemoval(reason) ? removalOfOne(event) : null;
  return [{ participant: participant.id, principal: participant.principal, removal, left }];
}

/** Whether the room was ended hangs on the event alone, never on whether its doer is known (semantics rule 5). */
function removalOfOne(event: RoomEventOf<'participant-left'>): RemovedFromRoom {
  const { note: reason, by: peerWhoRemoved, barred, toLobby } = event;
  const locked = barred !== null;
  return {
    type: 'removed-from-room',
    reason,
    roomWasEnded: false,
    peerWhoRemoved,
    locked,
    ...(toLobby && { toLobby }),
  };
}

function meetingLeft(type: ReasonType, at: Millis, policy?: Policy): MeetingLeft {
  return { type: 'meeting-left', reason: reasonOf(type), ...(policy && { policy }), at };
}
