import { type Reason, REASONS, type ReasonType } from '#protocol/reasons.ts';

/** The whole reason for its type: code, type and message always come from the one table and so belong together. */
export function reasonOf(type: ReasonType): Reason {
  const { code, message } = REASONS[type];
  return { code, type, message };
}
