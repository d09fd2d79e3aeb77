import type { Exit } from '#protocol/session.ts';

import { sayError } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import { exitKind } from './exitKind.ts';

/** What is said about an exit that was not my own doing. */
export interface ExitWords {
  readonly title: string;
  /** Who did it, or what did. */
  readonly who: string;
  /** The words that whoever did it gave for it; empty if none. */
  readonly note: string;
  /** What follows: whether there is a way back. */
  readonly after: string | null;
}

/** The title, who and why, and what then, made from the codes of an exit. */
export function sayExit(t: Words, exit: Exit): ExitWords {
  const kind = exitKind(exit);
  return {
    title: t(`over.titles.${kind}`),
    who: sayWho(t, exit),
    note: exit.removal?.reason ?? '',
    after: sayAfter(t, exit),
  };
}

function sayWho(t: Words, exit: Exit): string {
  const kind = exitKind(exit);
  const name = exit.removal?.peerWhoRemoved?.name;
  switch (kind) {
    case 'ended':
      if (exit.reason.type === 'MEETING_END_API') return t('over.who.endedByApi');
      return name === undefined ? t('over.who.endedByNobody') : t('over.who.ended', { name });
    case 'removed':
      if (exit.reason.type === 'REMOVE_PEER_API') return t('over.who.removedByApi');
      return name === undefined ? t('over.who.removedByNobody') : t('over.who.removed', { name });
    case 'lost':
      return t(exit.reason.type === 'CONNECTION_ATTEMPTS_EXHAUSTED' ? 'over.who.gaveUp' : 'over.who.lost');
    case 'not-let-in':
      return withError(t, t('over.who.not-let-in'), exit);
    case 'switch-failed':
      return withError(t, saySwitchFailed(t, exit), exit);
    case 'closed':
      return exit.policy === undefined ? t('over.who.closed') : t(`over.who.closedBy.${exit.policy}`);
    case 'alone':
      return t('over.who.closedBy.alone');
    case 'other-device':
    case 'viewer-mode':
    case 'off-stage':
    case 'unknown':
    case 'left':
      return t(`over.who.${kind}`);
  }
}

function withError(t: Words, what: string, { error }: Exit): string {
  return error === null ? what : `${what} ${sayError(t, error)}`;
}

function saySwitchFailed(t: Words, { sought }: Exit): string {
  return sought ? t('over.who.switch-failed-to', { room: sought.room }) : t('over.who.switch-failed');
}

function sayAfter(t: Words, exit: Exit): string | null {
  const kind = exitKind(exit);
  if (kind === 'ended' && exit.removal?.locked) return t('over.after.endedLocked');
  if (kind === 'removed' && (exit.removal?.locked || !exit.mayRejoin)) return t('over.after.barred');
  if (!exit.mayRejoin) return null;
  if (kind === 'switch-failed') return t('over.after.mayGoBack');
  return t(kind === 'ended' || kind === 'closed' ? 'over.after.mayReopen' : 'over.after.mayRejoin');
}
