import * as v from 'valibot';

import { Incarnation, Millis, ParticipantId, PrincipalId, Rev, RoomId } from './ids.ts';
import { Role, RoleTable } from './roles.ts';
import { DisplayName, Note } from './text.ts';

/** What a participant sends right now. */
export const MediaState = v.strictObject({ microphone: v.boolean(), camera: v.boolean(), screen: v.boolean() });
export type MediaState = v.InferOutput<typeof MediaState>;

/** What can be on or off, by its name in a {@link MediaState}. */
export const MediaKind = v.picklist(['microphone', 'camera', 'screen']);
export type MediaKind = v.InferOutput<typeof MediaKind>;

/** Somebody who did something: named at the time, because a name outlives its participant. */
export const DoingPerson = v.strictObject({ participant: ParticipantId, name: DisplayName });

/** Who did something; `null` where it was no person. */
export const Doer = v.nullable(DoingPerson);
export type Doer = v.InferOutput<typeof Doer>;

/** Something was switched off by somebody else. */
const Stop = v.strictObject({ by: Doer, at: Millis });

/**
 * What somebody else switched off and its owner has not said to be on again: nobody plays or shows it meanwhile, whatever
 * arrives. A kind that is not named was not stopped.
 */
export const Stops = v.strictObject({
  microphone: v.optional(Stop),
  camera: v.optional(Stop),
  screen: v.optional(Stop),
});
export type Stops = v.InferOutput<typeof Stops>;

/** What somebody can be asked to switch on. */
export const AskedMedia = v.picklist(['microphone', 'camera']);
export type AskedMedia = v.InferOutput<typeof AskedMedia>;

/**
 * Somebody was asked to switch something on. Kept until asker or asked go, also when it is answered (`open` is false
 * then), because who asked may not ask the same person again at once. One of each asker to each person; one that is open
 * to each person.
 */
export const UnmuteAsk = v.strictObject({
  participant: ParticipantId,
  media: v.array(AskedMedia),
  by: DoingPerson,
  at: Millis,
  open: v.boolean(),
});
export type UnmuteAsk = v.InferOutput<typeof UnmuteAsk>;

/** Somebody would like to speak, since then. */
export const RaisedHand = v.strictObject({ participant: ParticipantId, at: Millis });
export type RaisedHand = v.InferOutput<typeof RaisedHand>;

/** Somebody is shown large to everybody, by whom and since when. */
export const Spotlight = v.strictObject({ participant: ParticipantId, by: DoingPerson, at: Millis });
export type Spotlight = v.InferOutput<typeof Spotlight>;

/**
 * Somebody asked who shares to stop, so that they can share themselves. Kept until the asker shares, may not any more or
 * is gone: one at a time. Answered by whoever was asked; that they share no more, in whatever way, is a yes.
 */
export const ShareAsk = v.strictObject({
  /** Who shared when it was asked. */
  participant: ParticipantId,
  by: DoingPerson,
  at: Millis,
  answered: v.nullable(v.strictObject({ accepted: v.boolean(), at: Millis })),
});
export type ShareAsk = v.InferOutput<typeof ShareAsk>;

/** A person present, as everybody in the room sees them. */
export const Participant = v.strictObject({
  id: ParticipantId,
  principal: PrincipalId,
  name: DisplayName,
  role: Role,
  media: MediaState,
  joinedAt: Millis,
  /** `lost` since `lostAt`: nobody answers for this participant, who is out when the grace time has passed. */
  connection: v.picklist(['live', 'lost']),
  lostAt: v.nullable(Millis),
  /** Absent while nothing of theirs is stopped. */
  stopped: v.optional(Stops),
  /** They record what they see and hear, since then; absent while they don't. */
  recordingSince: v.optional(Millis),
});
export type Participant = v.InferOutput<typeof Participant>;

/** Nobody new is let in. Outlives the incarnation and every restart, until somebody entitled unlocks. */
export const Lock = v.strictObject({ by: Doer, at: Millis });
export type Lock = v.InferOutput<typeof Lock>;

/**
 * What closed a room, or put somebody out, by itself (1006): the longest time that a meeting may run, nobody who is host
 * for too long, a server that was shut down for good, and being the only one there without an answer to "stay?".
 */
export const Policy = v.picklist(['duration', 'no-host', 'shutdown', 'alone']);
export type Policy = v.InferOutput<typeof Policy>;

/** The times that a server sets for its meetings, in ms; null where there is none. Those in a meeting work out the rest. */
export const Policies = v.strictObject({
  /** After the room was opened. */
  durationMs: v.nullable(Millis),
  /** After the last host went, or the room was opened without one. */
  noHostMs: v.nullable(Millis),
  /** When the server began to look after the room: while it was down no host could come back, so that time is not counted. */
  since: Millis,
});
export type Policies = v.InferOutput<typeof Policies>;

/** How the last incarnation ended, kept for whoever asks later. */
export const Ending = v.strictObject({
  cause: v.picklist(['participant', 'api', 'policy']),
  /** With `policy` as cause: which one. */
  policy: v.optional(Policy),
  by: Doer,
  note: v.string(),
  locked: v.boolean(),
  at: Millis,
});
export type Ending = v.InferOutput<typeof Ending>;

/**
 * An end that somebody has set for a little later. It comes at `endsAt`, on the server's clock, whoever leaves meanwhile,
 * unless somebody cancels it, the room is ended before, or nobody is left in it.
 */
export const ScheduledEnd = v.strictObject({
  /** Who scheduled it, by the name they had then. */
  by: DoingPerson,
  /** The same person, however often they leave and come back meanwhile. */
  principal: PrincipalId,
  note: v.string(),
  /** Nobody can rejoin afterwards. */
  locked: v.boolean(),
  endsAt: Millis,
});
export type ScheduledEnd = v.InferOutput<typeof ScheduledEnd>;

/** Who called a scheduled end off, so that everybody can be told, also whoever missed the event. */
export const CancelledEnd = v.strictObject({ by: DoingPerson, at: Millis });
export type CancelledEnd = v.InferOutput<typeof CancelledEnd>;

/** How many may send at the same time. */
export const SpeakerLimit = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export type SpeakerLimit = v.InferOutput<typeof SpeakerLimit>;

/** Somebody who was barred, by the name they had then. */
export const BarredEntry = v.strictObject({ name: DisplayName, by: Doer, at: Millis });
export type BarredEntry = v.InferOutput<typeof BarredEntry>;

/** The lobby is on: whoever comes waits until somebody entitled lets them in. Outlives the incarnation and every restart. */
export const Lobby = v.strictObject({ by: Doer, at: Millis });
export type Lobby = v.InferOutput<typeof Lobby>;

/** Somebody who waits to be let in, by the name they gave. */
export const Knock = v.strictObject({
  principal: PrincipalId,
  name: DisplayName,
  /** Present if they are barred and ask to come back: what they say for it. */
  appeal: v.optional(Note),
  /** When they knocked. */
  at: Millis,
});
export type Knock = v.InferOutput<typeof Knock>;

/** Somebody who knocked was not let in: by whom, and in whose words. */
export const TurnedAway = v.strictObject({ by: Doer, note: v.string(), at: Millis });
export type TurnedAway = v.InferOutput<typeof TurnedAway>;

/**
 * How far ahead of time what was said in the chat has been paid for: each message costs its speaker and the room some time,
 * and nobody may run too far ahead. Of the people those alone who are ahead, so that it is never more than few entries.
 */
export const ChatPace = v.strictObject({ room: Millis, people: v.record(v.string(), Millis) });
export type ChatPace = v.InferOutput<typeof ChatPace>;

/**
 * A room: the fold of its events, and what a `welcome` brings as snapshot. `phase` is `open` from the first join of an
 * incarnation, `closed` after the last one left and the room was closed by policy, `ended` after an end; a join to a
 * room that is not open and not locked opens a new incarnation.
 */
export const Room = v.strictObject({
  id: RoomId,
  incarnation: v.nullable(Incarnation),
  rev: Rev,
  phase: v.picklist(['new', 'open', 'ended', 'closed']),
  createdAt: Millis,
  openedAt: v.nullable(Millis),
  /** Since when the open room is without a host; null, or absent, while one is present and while it is not open. */
  hostlessSince: v.optional(v.nullable(Millis)),
  lock: v.nullable(Lock),
  ending: v.nullable(Ending),
  /** The end that is coming, and the last one that was called off in this incarnation; null or absent: none. */
  scheduledEnd: v.optional(v.nullable(ScheduledEnd)),
  cancelledEnd: v.optional(v.nullable(CancelledEnd)),
  /** SHA-256 (base64url) of the invite key: lets the server check an invite that it could not make itself. */
  inviteHash: v.string(),
  /** Roles that hang on a principal; whoever is not named here is a guest. */
  roles: v.record(v.string(), Role),
  barred: v.record(v.string(), BarredEntry),
  /** Null, or absent, while the lobby is off. */
  lobby: v.optional(v.nullable(Lobby)),
  /** Who waits, by principal, the first first. What follows is told to those alone who let people in. */
  waiting: v.optional(v.record(v.string(), Knock)),
  /** Who was not let in since the room was opened, and has not knocked again. */
  turnedAway: v.optional(v.record(v.string(), TurnedAway)),
  /** Who of the barred has asked to come back, and when: nobody asks twice. */
  appealed: v.optional(v.record(v.string(), Millis)),
  /** Who comes past the lobby in this incarnation: let in, or gone without being put out; since when. */
  known: v.optional(v.record(v.string(), Millis)),
  participants: v.record(v.string(), Participant),
  /** In the order in which they were asked. Absent in snapshots of older servers. */
  asks: v.optional(v.array(UnmuteAsk)),
  /** Who has a hand up, the first one first. Absent in snapshots of older servers. */
  hands: v.optional(v.array(RaisedHand)),
  /** Who asked whom to let them share, last; null, or absent: nobody. */
  shareAsk: v.optional(v.nullable(ShareAsk)),
  /** Who is shown large to everybody; null or absent: nobody. */
  spotlight: v.optional(v.nullable(Spotlight)),
  /** All that the room keeps of its chat. Absent in snapshots of older servers. */
  chatPace: v.optional(ChatPace),
  /** What each role may do here; absent: what roles may do by default. */
  roleTable: v.optional(RoleTable),
  /** Most who may send at once, hosts among them, as the server is configured; null, or absent: as many as come. */
  speakers: v.optional(v.nullable(SpeakerLimit)),
  /** The same for this room alone, as set through the API; null, or absent: as the server is configured. */
  speakerLimit: v.optional(v.nullable(SpeakerLimit)),
});
export type Room = v.InferOutput<typeof Room>;
