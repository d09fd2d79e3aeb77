import { parseInvite } from './inviteLink.ts';

/** What may stand in a longer text: a link from its scheme to the next blank, without the signs that end a sentence. */
const LINK = /\b(?:parley:\/\/join\/|https?:\/\/[^\s/]+\/join\/)[^\s<>"'“”«»]+/giu;
const AFTER = /[.,;:!?)\]}]+$/u;

/**
 * The one invite link in a text that somebody pasted whole, as a mail or an invite is; null where there is none, or where
 * there are two that differ: which one is meant is not guessed at.
 */
export function findInvite(text: string): string | null {
  const links = [...text.slice(0, MAX_LENGTH).matchAll(LINK)].map(([link]) => link.replace(AFTER, ''));
  const invites = new Set(links.filter((link) => parseInvite(link).ok));
  const [only] = invites;
  return invites.size === 1 && only !== undefined ? only : null;
}

/** Characters that are looked through. */
const MAX_LENGTH = 20_000;
