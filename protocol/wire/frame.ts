import * as v from 'valibot';

import { ErrorCode } from '../errors.ts';
import { ClientId, CommandId, Incarnation, LinkId, Millis, ParticipantId, Rev, RoomId, SessionId } from '../ids.ts';
import { Reaction } from '../reaction.ts';
import { Reason } from '../reasons.ts';
import { Doer, MediaState, Policies, Policy, Room } from '../room.ts';
import { DisplayName, Note } from '../text.ts';
import { ChatMissed, GetChat, SendTyping, Typing } from './chat.ts';
import { Command } from './command.ts';
import { RoomEvent } from './event.ts';

/** The subprotocol and the `protocol` of a hello: a server speaks the versions it lists, a client exactly one. */
export const PROTOCOL = 'parley.v1';

const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'a secret is 256 bits in base64url'));

/** Joins with a join token; `room` must be the token's. */
export const HelloJoin = v.strictObject({
  type: v.literal('hello'),
  protocol: v.string(),
  clientId: ClientId,
  room: RoomId,
  token: v.pipe(v.string(), v.maxLength(4096)),
  name: DisplayName,
  media: MediaState,
  /** I am barred and ask to come back, once: what I say for it. */
  appeal: v.optional(Note),
  /** I waited to be let in, since then, when the connection was lost: go on, or tell me what came of it. */
  waitingSince: v.optional(Millis),
});

/** Comes back after a lost connection: the session goes on, events since `rev` follow. */
export const HelloResume = v.strictObject({
  type: v.literal('hello'),
  protocol: v.string(),
  clientId: ClientId,
  room: RoomId,
  resume: v.strictObject({ sessionId: SessionId, token: Secret, incarnation: Incarnation, rev: Rev }),
});

export const Hello = v.union([HelloJoin, HelloResume]);
export type Hello = v.InferOutput<typeof Hello>;

/** Signal payloads are opaque to the server: sealed by the sender with a key that the server never sees. */
export const SignalData = v.pipe(v.string(), v.maxLength(49_152));

const Generation = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const SendSignal = v.strictObject({
  type: v.literal('signal'),
  to: ParticipantId,
  link: LinkId,
  /** Grows each time the link is rebuilt; what belongs to an older one is dropped. 0 belongs to none and always goes through. */
  generation: Generation,
  data: SignalData,
});
export type SendSignal = v.InferOutput<typeof SendSignal>;

/** The client noticed a gap, or holds the newest resume token: `ack-resume` retires the one before. */
const GetSnapshot = v.strictObject({ type: v.literal('get-snapshot') });
const AckResume = v.strictObject({ type: v.literal('ack-resume'), token: Secret });
/** I do not wait to be let in any longer. The server closes the connection. */
const Withdraw = v.strictObject({ type: v.literal('withdraw') });
const Ping = v.strictObject({ type: v.literal('ping'), n: v.pipe(v.number(), v.safeInteger()) });
const Pong = v.strictObject({ type: v.literal('pong'), n: v.pipe(v.number(), v.safeInteger()) });

/** Everything that a client may send after its hello. */
export const ClientFrame = v.variant('type', [
  ...Command.options,
  SendSignal,
  SendTyping,
  GetSnapshot,
  GetChat,
  AckResume,
  Withdraw,
  Ping,
  Pong,
]);
export type ClientFrame = v.InferOutput<typeof ClientFrame>;

export const Limits = v.strictObject({
  /** Bytes in a frame. */
  frame: v.number(),
  messagesPerSecond: v.number(),
  burst: v.number(),
  /** Milliseconds after which a lost participant is out. */
  graceMs: v.number(),
  /** Milliseconds without any frame after which either side suspects, and gives up, the connection. */
  suspectMs: v.number(),
  deadMs: v.number(),
  pingMs: v.number(),
  participants: v.number(),
});
export type Limits = v.InferOutput<typeof Limits>;

export const IceServer = v.strictObject({
  urls: v.array(v.string()),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});
export type IceServer = v.InferOutput<typeof IceServer>;

/** `relay`: by relayed paths alone, so that participants do not learn each other's addresses. As WebRTC names it. */
export const IceTransportPolicy = v.picklist(['all', 'relay']);
export type IceTransportPolicy = v.InferOutput<typeof IceTransportPolicy>;

/** You are in. After a resume whose `rev` the server could continue, `snapshot` is null and the missing events follow. */
export const Welcome = v.strictObject({
  type: v.literal('welcome'),
  sessionId: SessionId,
  participantId: ParticipantId,
  incarnation: Incarnation,
  rev: Rev,
  snapshot: v.nullable(Room),
  /** 256 bits, to come back once with; answer with `ack-resume`. */
  resumeToken: Secret,
  iceServers: v.array(IceServer),
  /** Absent: `all`. */
  iceTransportPolicy: v.optional(IceTransportPolicy),
  limits: Limits,
  /** Absent where the server sets no times for its meetings. */
  policies: v.optional(Policies),
  serverTime: Millis,
});
export type Welcome = v.InferOutput<typeof Welcome>;

/** The same ICE servers with new credentials, before those that were told last expire. They replace them all. */
const IceServersFrame = v.strictObject({ type: v.literal('ice-servers'), iceServers: v.array(IceServer) });

/**
 * You are not in yet: whoever may lets you in. The connection stays; `welcome` or `refused` follows. What the room is like
 * is not for you to know until then.
 */
export const Waiting = v.strictObject({
  type: v.literal('waiting'),
  /** When you knocked: your place is kept over lost connections. */
  since: Millis,
  /** You asked to come back although you are barred. */
  appeal: v.optional(v.literal(true)),
  limits: Limits,
  serverTime: Millis,
});
export type Waiting = v.InferOutput<typeof Waiting>;

/**
 * You are not in; the connection closes. `mayUnlock` with `room-locked`: this principal holds `lock` here. With
 * `not-admitted`: who did not let you in, and in which words. `mayAppeal`: you are barred, and may ask to come back, once.
 */
export const Refused = v.strictObject({
  type: v.literal('refused'),
  code: ErrorCode,
  message: v.string(),
  retryAfterMs: v.optional(v.number()),
  mayUnlock: v.optional(v.boolean()),
  mayAppeal: v.optional(v.boolean()),
  by: v.optional(Doer),
  note: v.optional(v.string()),
});
export type Refused = v.InferOutput<typeof Refused>;

const Ok = v.strictObject({ type: v.literal('ok'), id: CommandId, rev: Rev });
const CommandError = v.strictObject({
  type: v.literal('error'),
  /** The command that was refused; absent where the frame had no readable id. */
  id: v.optional(CommandId),
  code: ErrorCode,
  message: v.string(),
});

/** Events in order, without gaps: the first has `rev`, each next one more. */
export const EventsFrame = v.strictObject({
  type: v.literal('events'),
  incarnation: Incarnation,
  rev: Rev,
  events: v.pipe(v.array(RoomEvent), v.minLength(1)),
});
export type EventsFrame = v.InferOutput<typeof EventsFrame>;

const Snapshot = v.strictObject({ type: v.literal('snapshot'), snapshot: Room });

export const Signal = v.strictObject({
  type: v.literal('signal'),
  from: ParticipantId,
  link: LinkId,
  generation: Generation,
  data: SignalData,
});
export type Signal = v.InferOutput<typeof Signal>;

/** For those affected, never for the caller: 100ms's onRemovedFromRoom. Precedes their `meeting-left`. */
export const RemovedFromRoom = v.strictObject({
  type: v.literal('removed-from-room'),
  reason: v.string(),
  roomWasEnded: v.boolean(),
  peerWhoRemoved: Doer,
  /** With `roomWasEnded`: nobody can rejoin. Without: this person can't. */
  locked: v.boolean(),
  /** Sent back to the lobby: whoever rejoins waits to be let in. */
  toLobby: v.optional(v.literal(true)),
});
export type RemovedFromRoom = v.InferOutput<typeof RemovedFromRoom>;

/** The last frame of a session, kept as a tombstone for whoever resumes after it. */
export const MeetingLeft = v.strictObject({
  type: v.literal('meeting-left'),
  reason: Reason,
  /** With 1006: which policy it was. */
  policy: v.optional(Policy),
  at: Millis,
});
export type MeetingLeft = v.InferOutput<typeof MeetingLeft>;

/** Somebody present, maybe I, reacted. Told to whoever is there at that moment; it is in no log and no snapshot. */
export const Reacted = v.strictObject({
  type: v.literal('reacted'),
  participant: ParticipantId,
  reaction: Reaction,
  at: Millis,
});
export type Reacted = v.InferOutput<typeof Reacted>;

/** The server goes down on purpose: reconnect after `retryAfterMs`, to `server` if named. */
const Draining = v.strictObject({
  type: v.literal('draining'),
  retryAfterMs: v.number(),
  server: v.optional(v.string()),
});

/** Everything that a server may send. */
export const ServerFrame = v.variant('type', [
  Welcome,
  Waiting,
  Refused,
  Ok,
  CommandError,
  EventsFrame,
  Snapshot,
  Signal,
  Typing,
  ChatMissed,
  RemovedFromRoom,
  MeetingLeft,
  IceServersFrame,
  Reacted,
  Draining,
  Ping,
  Pong,
]);
export type ServerFrame = v.InferOutput<typeof ServerFrame>;
export type ServerFrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { readonly type: Type }>;
