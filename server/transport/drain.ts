import type { Millis } from '#protocol/ids.ts';

/** Milliseconds that draining waits for connections to close, unless told otherwise. */
export const DRAIN_MS = 2_000;

/** What people are told by a server that goes down on purpose. */
export interface Drain {
  /** When to come back. */
  readonly retryAfterMs: Millis;
  /** Where to come back to, as in an invite link; to this server where it is not there. */
  readonly server?: string;
  /** Milliseconds that their connections have to close. */
  readonly mostMs?: number;
}
