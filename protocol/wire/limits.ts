import type { Limits } from './frame.ts';

/** The figures of the reliability paper; a server may be configured to others and tells them in its welcome. */
export const DEFAULT_LIMITS: Limits = {
  frame: 65_536,
  messagesPerSecond: 20,
  burst: 60,
  graceMs: 30_000,
  suspectMs: 12_000,
  deadMs: 20_000,
  pingMs: 5_000,
  participants: 1_000,
};

/** Milliseconds within which a connection must say hello. */
export const HELLO_MS = 2_000;

/** Bytes that may wait for one connection that does not read, before it is closed. */
export const BACKLOG_BYTES = 1_048_576;

/** Milliseconds after the last one left until an empty room closes. */
export const EMPTY_CLOSE_MS = 60_000;

/** Milliseconds after which a scheduled end comes: long enough to be read, short enough not to be forgotten. */
export const END_IN_MS = { least: 1_000, most: 300_000 } as const;

/** Bounds of what is said in a meeting. Paces are spent by saying something and come back with time. */
export const CHAT = {
  /** Characters (UTF-16 units) of a text, before it is sealed. */
  text: 4_000,
  /** Characters of a sealed one: the longest text in the longest encoding with all it mentions, and what sealing adds. */
  sealed: 24_576,
  /** Milliseconds that a message costs one person, and how many they may say at once. */
  person: { everyMs: 1_000, burst: 10 },
  /** The same for all of a room together. */
  room: { everyMs: 20, burst: 250 },
  /** Milliseconds for which the server keeps what was said, while the meeting goes on: for whoever lost the connection. */
  keepMs: 3_600_000,
  /** Most people in a room in which it is passed on who writes: it goes from each to each. */
  typingRoom: 50,
} as const;

/** WebSocket close codes: a hint beside the terminal notice, one for each cause. */
export const CLOSE_CODES = {
  refused: 4000,
  left: 4001,
  removed: 4002,
  ended: 4003,
  closed: 4004,
  takenOver: 4005,
  badFrame: 4010,
  frameTooBig: 4011,
  helloLate: 4012,
  rateLimited: 4013,
  tooSlow: 4014,
  silent: 4015,
  replaced: 4016,
  draining: 4020,
} as const;
export type CloseCause = keyof typeof CLOSE_CODES;
