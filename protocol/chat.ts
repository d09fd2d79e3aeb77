import * as v from 'valibot';

import { FileOffer } from './file.ts';
import { type CommandId, type Millis, type ParticipantId, PrincipalId, type Rev } from './ids.ts';
import { ChatText, DisplayName } from './text.ts';

/** Somebody who is meant by `@name` in a text, by the name that stands there. */
export const Mention = v.strictObject({ principal: PrincipalId, name: DisplayName });
export type Mention = v.InferOutput<typeof Mention>;

/** People that one text may mean. */
export const MOST_MENTIONS = 20;

/** What is sealed of a message: JSON. Whatever a newer version says besides is passed over. */
export const ChatContent = v.object({
  text: ChatText,
  mentions: v.optional(v.pipe(v.array(Mention), v.maxLength(MOST_MENTIONS)), []),
  /** A file that I offer; `text` is its name then, for whoever knows of no files. */
  file: v.optional(FileOffer),
});
export type ChatContent = v.InferOutput<typeof ChatContent>;

/** Somebody writes something, or does no longer. */
export interface TypingNews {
  readonly from: ParticipantId;
  readonly writes: boolean;
}

/** What is sealed of the notice that somebody writes, or does no longer. */
export const TypingContent = v.object({ writes: v.boolean() });

/** A message as it came out of its seal. */
export interface ChatMessage {
  /** Its own name: unique, whoever said it. */
  readonly message: CommandId;
  /** Its place among all that happened in the room. */
  readonly rev: Rev;
  /** By the name they had then. */
  readonly by: { readonly participant: ParticipantId; readonly name: string };
  readonly principal: PrincipalId;
  /** Null where the seal did not open, or the server kept it no longer. */
  readonly content: ChatContent | null;
  /** On the server's clock. */
  readonly at: Millis;
}
