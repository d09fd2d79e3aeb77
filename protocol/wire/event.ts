import * as v from 'valibot';

import { Incarnation, Millis, ParticipantId, PrincipalId, RoomId } from '../ids.ts';
import { Reason } from '../reasons.ts';
import { Role, RoleTable } from '../roles.ts';
import {
  AskedMedia,
  BarredEntry,
  CancelledEnd,
  Doer,
  DoingPerson,
  Ending,
  Knock,
  MediaKind,
  MediaState,
  Participant,
  Policy,
  ScheduledEnd,
  SpeakerLimit,
} from '../room.ts';
import { DisplayName } from '../text.ts';
import { ChatSaid } from './chat.ts';
import { RecordingSet } from './recording.ts';

const RoomCreated = v.strictObject({
  type: v.literal('room-created'),
  room: RoomId,
  host: PrincipalId,
  inviteHash: v.string(),
  at: Millis,
});

/** A new incarnation begins, with nobody in it yet. */
const RoomOpened = v.strictObject({ type: v.literal('room-opened'), incarnation: Incarnation, at: Millis });

const ParticipantJoined = v.strictObject({
  type: v.literal('participant-joined'),
  participant: Participant,
  at: Millis,
});

/** The same principal joined from another device: same participant, same tile, the old session is over (1011). */
const ParticipantTakenOver = v.strictObject({
  type: v.literal('participant-taken-over'),
  participant: ParticipantId,
  name: DisplayName,
  media: MediaState,
  at: Millis,
});

/** Somebody is out, on their own (1101, 1005), by somebody (1002, 1010) or by the rules (1001, 1004, 1006). */
const ParticipantLeft = v.strictObject({
  type: v.literal('participant-left'),
  participant: ParticipantId,
  reason: Reason,
  /** With 1006: which policy it was. */
  policy: v.optional(Policy),
  by: Doer,
  note: v.string(),
  /** Present if the principal may not come back. */
  barred: v.nullable(BarredEntry),
  /** With 1002: not for good, but to wait in the lobby. */
  toLobby: v.optional(v.literal(true)),
  at: Millis,
});

const ConnectionLost = v.strictObject({ type: v.literal('connection-lost'), participant: ParticipantId, at: Millis });

const ConnectionResumed = v.strictObject({
  type: v.literal('connection-resumed'),
  participant: ParticipantId,
  at: Millis,
});

const MediaStateChanged = v.strictObject({
  type: v.literal('media-state-changed'),
  participant: ParticipantId,
  media: MediaState,
  at: Millis,
});

/** Somebody else switched these of theirs off. */
const MediaStopped = v.strictObject({
  type: v.literal('media-stopped'),
  participant: ParticipantId,
  media: v.array(MediaKind),
  by: Doer,
  at: Millis,
});

/** Somebody is asked to switch these on, by somebody. */
const UnmuteAsked = v.strictObject({
  type: v.literal('unmute-asked'),
  participant: ParticipantId,
  media: v.array(AskedMedia),
  by: DoingPerson,
  at: Millis,
});

/** Whoever was asked stays as they are. */
const UnmuteDeclined = v.strictObject({ type: v.literal('unmute-declined'), participant: ParticipantId, at: Millis });

/** Somebody would like to speak; they stand last in the order. */
const HandRaised = v.strictObject({ type: v.literal('hand-raised'), participant: ParticipantId, at: Millis });

/** Their hand is down: by themselves, or by somebody who keeps the order. Whoever goes takes it along without this. */
const HandLowered = v.strictObject({
  type: v.literal('hand-lowered'),
  participant: ParticipantId,
  by: Doer,
  at: Millis,
});

/** Who is shown large to everybody; null: nobody any more. Whoever goes takes it along without this. */
const SpotlightSet = v.strictObject({
  type: v.literal('spotlight-set'),
  participant: v.nullable(ParticipantId),
  by: DoingPerson,
  at: Millis,
});

/** Whoever shares is asked to stop, so that somebody else can. */
const ShareAsked = v.strictObject({
  type: v.literal('share-asked'),
  participant: ParticipantId,
  by: DoingPerson,
  at: Millis,
});

/** They do not want to share after all. */
const ShareAskWithdrawn = v.strictObject({
  type: v.literal('share-ask-withdrawn'),
  /** Who had asked. */
  participant: ParticipantId,
  at: Millis,
});

/** Whoever was asked said yes, and shares no more, or no. */
const ShareAnswered = v.strictObject({
  type: v.literal('share-answered'),
  participant: ParticipantId,
  accepted: v.boolean(),
  at: Millis,
});

const ParticipantRenamed = v.strictObject({
  type: v.literal('participant-renamed'),
  participant: ParticipantId,
  name: DisplayName,
  at: Millis,
});

const RoleChanged = v.strictObject({
  type: v.literal('role-changed'),
  principal: PrincipalId,
  role: Role,
  /** 1003 where somebody present moved between speaker and viewer by it; otherwise absent. */
  reason: v.optional(Reason),
  by: Doer,
  at: Millis,
});

/** Somebody who was barred may come back, as a guest and with new credentials. */
const PrincipalUnbarred = v.strictObject({
  type: v.literal('principal-unbarred'),
  principal: PrincipalId,
  by: Doer,
  at: Millis,
});

/** The server says what its roles may do, and how many may send at once; what was sent without right is off by it. */
const RolesDefined = v.strictObject({
  type: v.literal('roles-defined'),
  roleTable: RoleTable,
  speakers: v.nullable(SpeakerLimit),
  at: Millis,
});

/** Through the API: how many may send at once in this room; null: as the server is configured. */
const SpeakerLimitSet = v.strictObject({
  type: v.literal('speaker-limit-set'),
  limit: v.nullable(SpeakerLimit),
  at: Millis,
});

const RoomLocked = v.strictObject({ type: v.literal('room-locked'), by: Doer, at: Millis });

const RoomUnlocked = v.strictObject({ type: v.literal('room-unlocked'), by: Doer, at: Millis });

/** An end will come: everybody counts down to it, the one who set it included. */
const EndScheduled = v.strictObject({ type: v.literal('end-scheduled'), end: ScheduledEnd, at: Millis });

/** The scheduled end does not come. */
const EndCancelled = v.strictObject({ type: v.literal('end-cancelled'), ...CancelledEnd.entries });
/** From now, whoever comes waits to be let in, or nobody does. Off: who waited comes in, but for the barred. */
const LobbySet = v.strictObject({ type: v.literal('lobby-set'), on: v.boolean(), by: Doer, at: Millis });

/** Somebody waits to be let in; with `appeal`, somebody barred who asks to come back. */
const Knocked = v.strictObject({ type: v.literal('knocked'), ...Knock.entries });

/** They wait no longer: by their own wish, or because nobody has heard of them for the grace time. */
const KnockWithdrawn = v.strictObject({
  type: v.literal('knock-withdrawn'),
  principal: PrincipalId,
  cause: v.picklist(['cancelled', 'lost']),
  /** It was an appeal. */
  appeal: v.optional(v.literal(true)),
  at: Millis,
});

/** They may come in, and come past the lobby in this incarnation; or not, and why. */
const KnockAnswered = v.strictObject({
  type: v.literal('knock-answered'),
  principal: PrincipalId,
  answer: v.picklist(['admitted', 'refused']),
  by: Doer,
  note: v.string(),
  /** It was an appeal. */
  appeal: v.optional(v.literal(true)),
  at: Millis,
});

/** Somebody who is not present may not come in any more. Who is present is barred by `participant-left`. */
const PrincipalBarred = v.strictObject({
  type: v.literal('principal-barred'),
  principal: PrincipalId,
  entry: BarredEntry,
  at: Millis,
});

/** Something that is not for this participant to know: it counts, and changes nothing. Never in a log. */
const Unseen = v.strictObject({ type: v.literal('unseen'), at: Millis });

/** Everybody is out at once: one event, so that no part of an end can be lost. */
const RoomEnded = v.strictObject({ type: v.literal('room-ended'), ending: Ending });

/** The incarnation is over because nobody is in it any more: not an end, nobody is refused afterwards. */
const RoomClosed = v.strictObject({ type: v.literal('room-closed'), at: Millis });

/** Something that happened in a room: the only thing that is stored, and the only thing that clients are told. */
export const RoomEvent = v.variant('type', [
  RoomCreated,
  RoomOpened,
  ParticipantJoined,
  ParticipantTakenOver,
  ParticipantLeft,
  ConnectionLost,
  ConnectionResumed,
  MediaStateChanged,
  MediaStopped,
  UnmuteAsked,
  UnmuteDeclined,
  ShareAsked,
  ShareAskWithdrawn,
  ShareAnswered,
  ParticipantRenamed,
  RoleChanged,
  PrincipalUnbarred,
  RolesDefined,
  SpeakerLimitSet,
  RoomLocked,
  RoomUnlocked,
  EndScheduled,
  EndCancelled,
  RoomEnded,
  RoomClosed,
  LobbySet,
  Knocked,
  KnockWithdrawn,
  KnockAnswered,
  PrincipalBarred,
  HandRaised,
  HandLowered,
  SpotlightSet,
  RecordingSet,
  ChatSaid,
  Unseen,
]);
export type RoomEvent = v.InferOutput<typeof RoomEvent>;
export type RoomEventOf<Type extends RoomEvent['type']> = Extract<RoomEvent, { readonly type: Type }>;
