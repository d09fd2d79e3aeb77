import type { ReasonType } from '#protocol/reasons.ts';

/** Reasons that no test has seen from both sides yet, and why not. Whatever is no longer true here fails. */
export const UNSEEN: Readonly<Partial<Record<ReasonType, string>>> = {};
