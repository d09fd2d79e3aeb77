import type { Millis } from '#protocol/ids.ts';

import type { SessionRecord } from '../contract.ts';
import { sameSecret } from './identity.ts';
import { randomToken, sha256 } from './random.ts';

/** The hash that a good token matches; null for a bad one. */
export function matchResumeToken(record: SessionRecord, token: string): string | null {
  const hash = sha256(token);
  if (sameSecret(hash, record.tokenHash)) return record.tokenHash;
  if (record.previousHash !== null && sameSecret(hash, record.previousHash)) return record.previousHash;
  return null;
}

/** A new token, and its hash: all that is kept of it. */
export function newResumeToken(): { readonly token: string; readonly hash: string } {
  const token = randomToken(32);
  return { token, hash: sha256(token) };
}

/**
 * The record once a token that matched `used` was exchanged for the one with `hash`. The used one stays good until the
 * new one is acknowledged, because the frame that brings it can be lost.
 */
export function rotated(record: SessionRecord, used: string, hash: string, updatedAt: Millis): SessionRecord {
  return { ...record, tokenHash: hash, previousHash: used, updatedAt };
}

/** The record once its newest token is known to have arrived; null where `token` is not the newest. */
export function acknowledged(record: SessionRecord, token: string, updatedAt: Millis): SessionRecord | null {
  return sameSecret(sha256(token), record.tokenHash) ? { ...record, previousHash: null, updatedAt } : null;
}
