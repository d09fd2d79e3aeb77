import type { ParticipantId } from '#protocol/ids.ts';

/**
 * What pages say to each other directly, beside voice and pictures: encrypted between the two of them, never seen by the
 * server. Each label has a channel of its own, ordered by itself, so that a long file holds up nothing else. The numbers
 * are on the wire: both sides open each channel by its number, without negotiating it, and they never change.
 */
export const TALK_CHANNELS = {
  /** At which size pictures are shown. */
  demand: 64,
  /** Files from one to another. */
  file: 65,
} as const;

export type TalkLabel = keyof typeof TALK_CHANNELS;
export const TALK_LABELS = Object.keys(TALK_CHANNELS) as readonly TalkLabel[];

export type TalkMessage = string | ArrayBuffer;

/** Bytes (of UTF-8, where it is text) in one message at most; what is longer is neither sent nor taken in. */
export const MAX_TALK_BYTES = 65_536;

/** Bytes that may wait for one peer under one label; whoever waits for `say` to settle never gets there. */
export const MAX_WAITING_BYTES = 4_194_304;

/**
 * - `said`: handed to the connection, in order. It arrives unless the connection is lost first.
 * - `gone`: they are not in the meeting, or left while it waited.
 * - `too-long`: more than `MAX_TALK_BYTES`.
 * - `full`: more than `MAX_WAITING_BYTES` wait; nothing was queued.
 */
export type TalkOutcome = 'said' | 'gone' | 'too-long' | 'full';

export interface TalkListener {
  readonly onMessage: (from: ParticipantId, message: TalkMessage) => void;
  /**
   * A way to them is open, for the first time or again after the connection was rebuilt: what was said just before may
   * not have arrived. Come from it, in either case, to what both should know.
   */
  readonly onOpen?: (peer: ParticipantId) => void;
}

export interface Talk {
  /**
   * Says something to one other participant. Settles when it was handed to the connection: while much is under way, or
   * the connection is being (re)built, it waits its turn, so whoever awaits each message before the next never fills the
   * page's memory. Bytes are to be left alone until then.
   */
  say(to: ParticipantId, label: TalkLabel, message: TalkMessage): Promise<TalkOutcome>;
  /** Hears what is said under a label from now on, until the returned function is called. What is heard is untrusted. */
  listen(label: TalkLabel, listener: TalkListener): () => void;
}

/** Bytes of a message as it travels. */
export function talkBytes(message: TalkMessage): number {
  return typeof message === 'string' ? new TextEncoder().encode(message).byteLength : message.byteLength;
}
