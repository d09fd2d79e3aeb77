import * as v from 'valibot';

import { CommandId, ParticipantId, PrincipalId } from '../ids.ts';
import { Reaction } from '../reaction.ts';
import { Role } from '../roles.ts';
import { AskedMedia, MediaKind, MediaState } from '../room.ts';
import { DisplayName, Note } from '../text.ts';
import { Chat } from './chat.ts';
import { SetRecording } from './recording.ts';
import { END_IN_MS } from './limits.ts';

/**
 * I go. The last host may name who is host after them; without it the meeting goes on without a host. With `policy` it
 * is not the person who goes but their app, which asked whether to stay alone and got no answer: 1006, not 1101. With
 * `switching` I go to another meeting: 1005; `policy` goes before it. Refused with `not-joined`; with `handOverTo` also
 * with `forbidden` (not a host) and `no-such-participant`.
 */
export const Leave = v.strictObject({
  type: v.literal('leave'),
  id: CommandId,
  handOverTo: v.optional(ParticipantId),
  policy: v.optional(v.literal('alone')),
  switching: v.optional(v.literal(true)),
});

/**
 * Ends the room for everybody, me included. Refused with `not-joined`, `room-ended`, or `forbidden` without `endRoom`
 * unless alone, and for `lock` without the permission of that name, alone or not.
 */
export const EndRoom = v.strictObject({
  type: v.literal('end-room'),
  id: CommandId,
  reason: Note,
  /** Refuse every later join to this room until it is unlocked. */
  lock: v.boolean(),
});

/** Milliseconds until a scheduled end. */
export const EndInMs = v.pipe(v.number(), v.integer(), v.minValue(END_IN_MS.least), v.maxValue(END_IN_MS.most));

/**
 * Ends the room as `end-room` does, `inMs` from now, so that everybody can say goodbye. What may be done is looked at now;
 * it comes also if I leave meanwhile. Refused with `not-joined`, `room-ended`, `forbidden` without `endRoom` (being alone
 * is not enough: others may come until then) and, with `lock`, without that; `already-ending` while another one is coming.
 */
export const ScheduleEnd = v.strictObject({
  type: v.literal('schedule-end'),
  id: CommandId,
  reason: Note,
  lock: v.boolean(),
  inMs: EndInMs,
});

/** Calls the scheduled end off, whoever set it. Refused with `not-joined`, `forbidden` without `endRoom`, `not-ending`. */
export const CancelEnd = v.strictObject({ type: v.literal('cancel-end'), id: CommandId });

/** Removes somebody else. Refused with `not-joined`, `forbidden` (no `removeOthers`, or oneself), `no-such-participant`. */
export const Remove = v.strictObject({
  type: v.literal('remove'),
  id: CommandId,
  participant: ParticipantId,
  reason: Note,
  /** Don't let them back in: every token and session of that principal is dead from now on. */
  bar: v.boolean(),
});

/** Lets nobody new in. Refused with `not-joined`, `forbidden` without `lock`, `already-locked`. */
export const LockRoom = v.strictObject({ type: v.literal('lock'), id: CommandId });

/** Undoes a lock; over HTTP also from outside the room. Refused with `forbidden` without `lock`, `not-locked`. */
export const UnlockRoom = v.strictObject({ type: v.literal('unlock'), id: CommandId });

/**
 * What somebody, or I, may do from now. Refused with `not-joined`, `no-such-participant`, `unknown-role` (not in the
 * room's table), `last-host` (I am, others are present, and I would be none), `too-many-speakers`, and `forbidden`: for
 * others without `changeRole`, and wherever the present or the new role holds what I do not; who is host is said by hosts
 * alone. To step down oneself needs no permission.
 */
export const ChangeRole = v.strictObject({
  type: v.literal('change-role'),
  id: CommandId,
  participant: ParticipantId,
  role: Role,
});

/** From now, whoever comes waits to be let in, or nobody does. Refused with `not-joined`, `forbidden` without `admit`. */
export const SetLobby = v.strictObject({ type: v.literal('set-lobby'), id: CommandId, on: v.boolean() });

/**
 * Lets somebody in who waits, or everybody but those who are barred and ask to come back. To let one of those in lifts
 * the bar, and takes `removeOthers` too. Refused with `not-joined`, `forbidden` without `admit`, `not-waiting`.
 */
export const Admit = v.strictObject({
  type: v.literal('admit'),
  id: CommandId,
  principal: v.union([v.literal('all'), PrincipalId]),
});

/**
 * Does not let somebody in who waits. Refused with `not-joined`, `forbidden` without `admit`, or without `removeOthers`
 * where it takes that too: to bar, and to answer somebody barred; `not-waiting`.
 */
export const RefuseEntry = v.strictObject({
  type: v.literal('refuse-entry'),
  id: CommandId,
  principal: PrincipalId,
  /** For them to read. */
  reason: Note,
  /** And never: every token of that principal is dead from now on. */
  bar: v.boolean(),
});

/**
 * Puts somebody out who may knock again. Refused with `not-joined`, `forbidden` without `admit` and `removeOthers` or for
 * whom the lobby stops nobody (oneself, and who lets people in), `no-such-participant`, `lobby-off`.
 */
export const SendToLobby = v.strictObject({
  type: v.literal('send-to-lobby'),
  id: CommandId,
  participant: ParticipantId,
  /** For them to read. */
  reason: Note,
});

/**
 * What I have on from now. Refused with `not-joined`, with `forbidden` where my role may not send one of them, and with
 * `already-shared` where I would begin to share while somebody else does, or has just made room for somebody else: one
 * at a time. Whoever shared and has lost their connection is in nobody's way, and shares no more by it.
 */
export const SetMediaState = v.strictObject({ type: v.literal('set-media-state'), id: CommandId, media: MediaState });

/**
 * Asks whoever shares to stop, so that I can share. Refused with `not-joined`, `forbidden` without `shareScreen`,
 * `not-shared` while nobody shares whose connection is up: begin; `already-shared` while I do; `already-asked` while an
 * ask that is not half a minute old is unanswered, and to who was told no less than half a minute ago.
 */
export const AskToShare = v.strictObject({ type: v.literal('ask-to-share'), id: CommandId });

/** I do not want to share after all. No event where nobody was asked, or they answered. Refused with `not-joined`. */
export const WithdrawShareAsk = v.strictObject({ type: v.literal('withdraw-share-ask'), id: CommandId });

/** My answer to who would like to share; with a yes I share no more. No event where nobody asks. Refused with `not-joined`. */
export const AnswerShare = v.strictObject({ type: v.literal('answer-share'), id: CommandId, accept: v.boolean() });

/** What I am called from now. Refused with `not-joined`. */
export const Rename = v.strictObject({ type: v.literal('rename'), id: CommandId, name: DisplayName });

/**
 * Switches off what somebody has on, or everybody, who may switch it on again themselves. `all` spares whoever holds
 * `mute`, the caller among them. What is off stays as it is. Refused with `not-joined`, `forbidden` (no `mute`, or
 * oneself), `no-such-participant`.
 */
export const Mute = v.strictObject({
  type: v.literal('mute'),
  id: CommandId,
  participant: v.union([v.literal('all'), ParticipantId]),
  media: v.pipe(v.array(MediaKind), v.minLength(1), v.maxLength(3)),
});

/**
 * Asks somebody to switch on what they have off; only they can. Refused with `not-joined`, `forbidden` (no `unmute`,
 * oneself, or their role may send none of it), `no-such-participant`, and `already-asked` while an ask that is not a
 * minute old is unanswered, and to who
 * asked the same person less than a minute ago.
 */
export const AskToUnmute = v.strictObject({
  type: v.literal('ask-to-unmute'),
  id: CommandId,
  participant: ParticipantId,
  media: v.pipe(v.array(AskedMedia), v.minLength(1), v.maxLength(2)),
});

/** I stay as I am: my answer to being asked. No event where nobody asks. Refused with `not-joined`. */
export const DeclineUnmute = v.strictObject({ type: v.literal('decline-unmute'), id: CommandId });

/**
 * Lets somebody who was barred back in; what they were issued before stays dead. Refused with `not-joined`, `forbidden`
 * without `removeOthers`, `not-barred`.
 */
export const Unbar = v.strictObject({ type: v.literal('unbar'), id: CommandId, principal: PrincipalId });

/** I would like to speak, or no more. No event where it is so already. Refused with `not-joined`. */
export const RaiseHand = v.strictObject({ type: v.literal('raise-hand'), id: CommandId, raised: v.boolean() });

/**
 * Takes somebody's hand down, or everybody's. Whoever may mute keeps the order of who speaks, so it takes `mute`, but for
 * one's own. No event where none is up. Refused with `not-joined`, `forbidden`, `no-such-participant`.
 */
export const LowerHand = v.strictObject({
  type: v.literal('lower-hand'),
  id: CommandId,
  participant: v.union([v.literal('all'), ParticipantId]),
});

/**
 * Shows everybody a reaction for a moment, as a `reacted` frame: nothing of it is kept. Refused with `not-joined`, and with
 * `rate-limited` where there were too many just now, of mine or in the room.
 */
export const React = v.strictObject({ type: v.literal('react'), id: CommandId, reaction: Reaction });
/**
 * Shows somebody, or oneself, large to everybody, instead of whoever was shown so; null: nobody any more. No event where it
 * is so already. Refused with `not-joined`, `forbidden` without `spotlight`, `no-such-participant`.
 */
export const SetSpotlight = v.strictObject({
  type: v.literal('spotlight'),
  id: CommandId,
  participant: v.nullable(ParticipantId),
});

/** An order from somebody in a room. Joining is not among them: it is the `hello` of a connection. */
export const Command = v.variant('type', [
  Leave,
  EndRoom,
  ScheduleEnd,
  CancelEnd,
  Remove,
  LockRoom,
  UnlockRoom,
  ChangeRole,
  SetMediaState,
  Rename,
  Mute,
  AskToUnmute,
  DeclineUnmute,
  AskToShare,
  WithdrawShareAsk,
  AnswerShare,
  Unbar,
  SetLobby,
  Admit,
  RefuseEntry,
  SendToLobby,
  RaiseHand,
  LowerHand,
  React,
  SetSpotlight,
  SetRecording,
  Chat,
]);
export type Command = v.InferOutput<typeof Command>;
export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
/** A command before the client gives it its id. */
export type CommandRequest = WithoutId<Command>;

/** The commands whose effect and answer must be on disk before they are acknowledged; answers are kept 24 h. */
export const DURABLE_COMMANDS: ReadonlySet<Command['type']> = new Set([
  'end-room',
  'schedule-end',
  'cancel-end',
  'remove',
  'unbar',
  'lock',
  'unlock',
  'change-role',
  'set-lobby',
  'refuse-entry',
  'send-to-lobby',
]);
