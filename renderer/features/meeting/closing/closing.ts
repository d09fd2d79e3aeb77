import { type Deadline, deadlineOf, durationDeadline } from '#meeting/room/policies.ts';
import type { SessionIn } from '#protocol/session.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

/** Milliseconds before the end at which people are told of it: of the time limit twice, of a missing host once. */
export const SOON_MS = 600_000;
export const LAST_MS = 60_000;

/** An end that comes by itself. */
export interface Closing {
  readonly policy: Deadline['policy'];
  readonly leftMs: number;
  readonly stage: 'soon' | 'last';
}

/** The end that people should know of by now; null while it is far off. `now` is this machine's. */
export function closingOf({ room, policies, clockOffset }: Inside, now: number): Closing | null {
  const deadline = policies === undefined ? null : deadlineOf(room, policies);
  if (deadline === null) return null;
  const { policy, at } = deadline;
  const leftMs = Math.max(0, at - (now + clockOffset));
  if (leftMs <= LAST_MS) return { policy, leftMs, stage: 'last' };
  return leftMs <= SOON_MS && policy === 'duration' ? { policy, leftMs, stage: 'soon' } : null;
}

/** How long the meeting may still run; null without a limit. Never more than the limit, whatever the clocks say. */
export function timeLeft({ room, policies, clockOffset }: Inside, now: number): number | null {
  const deadline = policies === undefined ? null : durationDeadline(room, policies);
  if (deadline === null) return null;
  return Math.min(policies?.durationMs ?? Infinity, Math.max(0, deadline.at - (now + clockOffset)));
}

/** Milliseconds until {@link closingOf} says something else by itself; null where it never does. */
export function untilClosingChanges({ room, policies, clockOffset }: Inside, now: number): number | null {
  const deadline = policies === undefined ? null : deadlineOf(room, policies);
  if (deadline === null) return null;
  const leftMs = deadline.at - (now + clockOffset);
  const stages = deadline.policy === 'duration' ? [SOON_MS, LAST_MS] : [LAST_MS];
  const next = stages.find((ms) => leftMs > ms);
  return next === undefined ? null : leftMs - next;
}
