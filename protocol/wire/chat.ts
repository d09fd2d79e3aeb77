import * as v from 'valibot';

import { CommandId, Millis, ParticipantId, PrincipalId, Rev } from '../ids.ts';
import { DoingPerson } from '../room.ts';

/**
 * Sealed by the sender with the meeting's media key, which no server has: base64url. What is longer than the rules allow
 * is let in as far as here, so that it can be answered with a code that says so.
 */
export const SealedText = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]+$/, 'a sealed text is base64url'),
  v.maxLength(49_152),
);

/**
 * Says something to everybody who is here now. Refused with `not-joined`, `forbidden` without `chat`, `text-too-long` for
 * more than 24,576 characters, and `too-fast` for more at once than `CHAT` allows: say it again with another id.
 */
export const Chat = v.strictObject({ type: v.literal('chat'), id: CommandId, sealed: SealedText });

const Said = {
  /** The id of the command that said it: what is sealed is bound to it, and nobody shows the same one twice. */
  message: CommandId,
  /** By the name they had then, because a message outlives its sender's stay. */
  by: DoingPerson,
  /** The same person over all their stays: what is sealed is bound to it too. */
  principal: PrincipalId,
  /** Absent once the server keeps it no longer. */
  sealed: v.optional(SealedText),
  at: Millis,
};

/** Somebody said something. The room keeps nothing of it but when they may say more. */
export const ChatSaid = v.strictObject({ type: v.literal('chat-said'), ...Said });
export type ChatSaid = v.InferOutput<typeof ChatSaid>;

const TypingState = v.pipe(SealedText, v.maxLength(256));

/** I write, or stopped writing, sealed. Passed on to everybody else, in no log and no state; dropped where it is too often. */
export const SendTyping = v.strictObject({ type: v.literal('typing'), sealed: TypingState });

export const Typing = v.strictObject({
  type: v.literal('typing'),
  from: ParticipantId,
  principal: PrincipalId,
  sealed: TypingState,
});
export type Typing = v.InferOutput<typeof Typing>;

/** What was said after `since`, for whoever got a snapshot instead of the events: never from before they came in. */
export const GetChat = v.strictObject({ type: v.literal('get-chat'), since: Rev });

/** Answer to `get-chat`, the oldest first, and up to which revision it goes; with `more`, ask again from there. */
export const ChatMissed = v.strictObject({
  type: v.literal('chat-missed'),
  messages: v.array(v.strictObject({ rev: Rev, ...Said })),
  upTo: Rev,
  more: v.boolean(),
});
export type ChatMissed = v.InferOutput<typeof ChatMissed>;
