import type { ReasonType } from '#protocol/reasons.ts';

/** Reasons that no test has seen from both sides yet, and why not. Whatever is no longer true here fails. */
export const UNSEEN: Readonly<Partial<Record<ReasonType, string>>> = {
  REMOVE_PEER_VIEWER_MODE_CHANGED: 'nobody moves between speaker and viewer yet',
  REMOVE_PEER_MEDIA_RELAY_STOP: 'there is no limit of speakers yet',
};
