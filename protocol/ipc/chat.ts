import * as v from 'valibot';

import { type ChatMessage, type Mention, MOST_MENTIONS } from '../chat.ts';
import type { ParleyError } from '../errors.ts';
import { FileOffer } from '../file.ts';
import { CommandId, type Incarnation, type Millis, type ParticipantId, PrincipalId } from '../ids.ts';
import { ChatText } from '../text.ts';

/** Messages that main and the page keep; the oldest go first. */
export const MOST_MESSAGES = 2_000;

/** Characters of a link that may be opened. */
export const MOST_LINK = 2_048;

/** A message of mine that the others have not heard. */
export interface UnsentMessage {
  /** Its name, by which it will be known when it is heard. */
  readonly message: CommandId;
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** A file that I offer. */
  readonly file?: FileOffer | undefined;
  /** On this machine's clock. */
  readonly at: Millis;
  /** `waiting`: for the connection, and sent when it is back. */
  readonly state: 'sending' | 'waiting' | 'failed';
  /** Why it failed. */
  readonly error: ParleyError | null;
}

/** What changed about the chat: new messages alone, however long it is, and the few things besides as they are now. */
export interface ChatNews {
  /** The meeting that it is of; null: none, and nothing is kept. */
  readonly meeting: Incarnation | null;
  /** Those that are new, or all where all were asked for. */
  readonly messages: readonly ChatMessage[];
  readonly unsent: readonly UnsentMessage[];
  /** How many I have not looked at, and how many of those mean me. */
  readonly unread: number;
  readonly mentions: number;
  /** Who writes just now. */
  readonly writing: readonly ParticipantId[];
  /** I came back as somebody new: what was said meanwhile is not here. When I was back, on the server's clock. */
  readonly gaps: readonly Millis[];
}

/** What the page asks of main about the chat. */
export const CHAT_ROUTES = {
  /** All there is; later changes are pushed. */
  'chat:all': v.strictObject({}),
  /** Says something to everybody. Answered when it is on its way: what becomes of it is pushed. `not-joined`. */
  'chat:say': v.strictObject({
    text: ChatText,
    mentions: v.pipe(v.array(PrincipalId), v.maxLength(MOST_MENTIONS)),
    file: v.optional(FileOffer),
  }),
  /** Once more, or not at all. */
  'chat:retry': v.strictObject({ message: CommandId }),
  'chat:discard': v.strictObject({ message: CommandId }),
  'chat:typing': v.strictObject({ writes: v.boolean() }),
  /** I look at the chat: all that is there is read. */
  'chat:seen': v.strictObject({}),
  /** Puts what the page has written out into a file that the person chooses; null: none. `not-written`. */
  'chat:save': v.strictObject({
    name: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}\.txt$/)),
    text: v.pipe(v.string(), v.maxLength(16_000_000)),
  }),
  /** Opens a link that somebody wrote in the system's browser, if it is one for a browser. `bad-request`, `not-opened`. */
  'chat:open-link': v.strictObject({ url: v.pipe(v.string(), v.maxLength(MOST_LINK)) }),
} as const satisfies Record<string, v.GenericSchema>;

export interface ChatAnswers {
  readonly 'chat:all': ChatNews;
  readonly 'chat:save': { readonly path: string } | null;
}
