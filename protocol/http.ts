import * as v from 'valibot';

import { ErrorCode } from './errors.ts';
import { Incarnation, Millis, ParticipantId, PrincipalId, Rev, RoomId } from './ids.ts';
import { Reason } from './reasons.ts';
import { Permission, Role } from './roles.ts';
import { BarredEntry, Doer, Ending, Knock, Lock, Participant, Room, SpeakerLimit } from './room.ts';
import { Note } from './text.ts';

/** 256 bits in base64url. */
export const Key256 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/**
 * `POST /v1/rooms`: opens a room of one's own. `identity` is the caller's identity proof for this server (see
 * docs/protocol.md), `inviteKey` what guests will have to present; the server keeps only hashes of both. Answered 201
 * with {@link JoinTokenAnswer}. Where the server asks for a creation key it goes into `Authorization: Bearer`.
 */
export const CreateRoomRequest = v.strictObject({ identity: Key256, inviteKey: Key256 });
export type CreateRoomRequest = v.InferOutput<typeof CreateRoomRequest>;

/** `POST /v1/rooms/{room}/join-tokens`: exchanges an invite, or standing in the room, for a join token. */
export const JoinTokenRequest = v.strictObject({
  identity: Key256,
  inviteKey: v.optional(Key256),
  /** I am barred and want to ask whether I may come back: `barred` is no refusal then, if I may ask. */
  appeal: v.optional(v.literal(true)),
});
export type JoinTokenRequest = v.InferOutput<typeof JoinTokenRequest>;

/**
 * How one stands in a room that one is not in: the role that a join would give now, why it would be refused now, and
 * whether the lock may be lifted from outside. For showing before joining; a join reads the room again.
 */
export const Standing = v.strictObject({
  role: Role,
  /** What that role may do; absent where the server does not say: what it may by default. */
  permissions: v.optional(v.array(Permission)),
  /** True where the role is `viewer` only because as many as may send do. */
  speakersFull: v.optional(v.boolean()),
  refusal: v.nullable(v.picklist(['barred', 'room-locked', 'room-full', 'already-joined'])),
  mayUnlock: v.boolean(),
  /** A join would have to wait in the lobby. */
  mustWait: v.optional(v.literal(true)),
  /** Somebody in it records what they see and hear. */
  recorded: v.optional(v.literal(true)),
});
export type Standing = v.InferOutput<typeof Standing>;

export const JoinTokenAnswer = v.strictObject({
  room: RoomId,
  principal: PrincipalId,
  /** A JWT; opaque to clients. */
  token: v.string(),
  expiresAt: Millis,
  ...Standing.entries,
});
export type JoinTokenAnswer = v.InferOutput<typeof JoinTokenAnswer>;

/** `POST /v1/rooms/{room}/unlock`: lifts the lock from outside, by a principal whose role holds `lock`. Answered 204. */
export const UnlockRequest = v.strictObject({ identity: Key256 });
export type UnlockRequest = v.InferOutput<typeof UnlockRequest>;

/** The body of every answer other than 2xx. */
export const HttpError = v.strictObject({
  code: ErrorCode,
  message: v.string(),
  /** Not before this many milliseconds is trying again of any use. */
  retryAfterMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** With `barred`: one may ask, once, whether one may come back. */
  mayAppeal: v.optional(v.boolean()),
});
export type HttpError = v.InferOutput<typeof HttpError>;

// What follows is for integrators: programs that hold an API key, under /v1/api/.

/** Characters that a reason may have when it comes over HTTP, counted as JSON Schema counts them: code points. */
export const REASON_LENGTH = 280;

const LONG_REASON = new RegExp(`^[^]{${REASON_LENGTH + 1}}`, 'u');

/** Known by itself, so that whoever describes the API can say in its words what a check by code can't. */
export const reasonFits = v.check(
  (text: string) => !LONG_REASON.test(text),
  `a reason has at most ${REASON_LENGTH} characters`,
);

/** A reason for all to read; what is more than 280 UTF-16 units of it is cut off. */
export const ApiReason = v.pipe(
  v.string(),
  reasonFits,
  v.transform((text) => text.slice(0, REASON_LENGTH)),
  Note,
);

/** `POST /v1/api/rooms/{room}/join-tokens`: a token for whomever the integrator calls so, who is `role` here from now. */
export const ApiTokenRequest = v.strictObject({ identity: Key256, role: Role });
export type ApiTokenRequest = v.InferOutput<typeof ApiTokenRequest>;

/** `POST /v1/api/rooms/{room}/end`: puts everybody out (1009); `lock` refuses every later join. */
export const ApiEndRequest = v.strictObject({ reason: ApiReason, lock: v.boolean() });
export type ApiEndRequest = v.InferOutput<typeof ApiEndRequest>;

/** `POST /v1/api/rooms/{room}/participants/{participant}/remove`: puts one out (1010); `bar` for good. */
export const ApiRemoveRequest = v.strictObject({ reason: ApiReason, bar: v.boolean() });
export type ApiRemoveRequest = v.InferOutput<typeof ApiRemoveRequest>;

/**
 * `POST /v1/api/rooms/{room}/speaker-limit`: most who may send at once there, hosts among them; null: as the server is
 * configured. Puts the newest out (1004) who are too many and no hosts.
 */
export const ApiSpeakerLimitRequest = v.strictObject({ limit: v.nullable(SpeakerLimit) });
export type ApiSpeakerLimitRequest = v.InferOutput<typeof ApiSpeakerLimitRequest>;

/** `POST /v1/api/rooms/{room}/lobby`: whoever comes from now on waits to be let in, or nobody does. */
export const ApiLobbyRequest = v.strictObject({ on: v.boolean() });
export type ApiLobbyRequest = v.InferOutput<typeof ApiLobbyRequest>;

/** `POST /v1/api/rooms/{room}/waiting/admit`: lets one in, or all but those who are barred. */
export const ApiAdmitRequest = v.strictObject({ principal: v.union([v.literal('all'), PrincipalId]) });
export type ApiAdmitRequest = v.InferOutput<typeof ApiAdmitRequest>;

/** `POST /v1/api/rooms/{room}/waiting/refuse`: does not let one in; `bar` for good. */
export const ApiRefuseEntryRequest = v.strictObject({ principal: PrincipalId, reason: ApiReason, bar: v.boolean() });
export type ApiRefuseEntryRequest = v.InferOutput<typeof ApiRefuseEntryRequest>;

/** Who waits to be let in, the first first. */
export const WaitingList = v.strictObject({ room: RoomId, rev: Rev, lobby: v.boolean(), waiting: v.array(Knock) });
export type WaitingList = v.InferOutput<typeof WaitingList>;

/** A room without who is in it. */
export const RoomSummary = v.strictObject({
  room: RoomId,
  incarnation: v.nullable(Incarnation),
  rev: Rev,
  phase: Room.entries.phase,
  createdAt: Millis,
  openedAt: v.nullable(Millis),
  lock: v.nullable(Lock),
  ending: v.nullable(Ending),
  /** How many are present, those with a lost connection among them. */
  participants: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type RoomSummary = v.InferOutput<typeof RoomSummary>;

/** Rooms in which a meeting is under way. */
export const RoomList = v.strictObject({ rooms: v.array(RoomSummary) });
export type RoomList = v.InferOutput<typeof RoomList>;

/** Who is present, in the order in which they came. */
export const ParticipantList = v.strictObject({ room: RoomId, rev: Rev, participants: v.array(Participant) });
export type ParticipantList = v.InferOutput<typeof ParticipantList>;

/** Who may not come back, by whom and since when; the principal is what lets them back in. */
export const BarredList = v.strictObject({
  room: RoomId,
  rev: Rev,
  barred: v.array(v.strictObject({ principal: PrincipalId, ...BarredEntry.entries })),
});
export type BarredList = v.InferOutput<typeof BarredList>;

/** What every webhook says: which room, in which life of it, and where in its log. */
const WEBHOOK = { room: RoomId, incarnation: v.nullable(Incarnation), rev: Rev, at: Millis };

/** Who was out by an end. */
const Stay = v.strictObject({ participant: ParticipantId, principal: PrincipalId });

/** What is posted to an integrator's webhook, of a room that changed. */
export const Webhook = v.variant('type', [
  v.strictObject({ type: v.literal('participant-joined'), ...WEBHOOK, participant: Participant }),
  v.strictObject({
    type: v.literal('participant-left'),
    ...WEBHOOK,
    participant: ParticipantId,
    principal: PrincipalId,
    reason: Reason,
    by: Doer,
    note: v.string(),
    barred: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('room-ended'),
    ...WEBHOOK,
    reason: Reason,
    ending: Ending,
    participants: v.array(Stay),
  }),
  v.strictObject({ type: v.literal('room-closed'), ...WEBHOOK }),
]);
export type Webhook = v.InferOutput<typeof Webhook>;
