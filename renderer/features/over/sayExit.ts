import type { ErrorCode } from '#protocol/errors.ts';
import { mayHaveWayBack, offersRejoin } from '#meeting/session/exit.ts';
import type { ToldExit } from '#protocol/ipc/receipt.ts';
import type { SessionIn } from '#protocol/session.ts';

import type { en } from '#languages/en/en.ts';
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
export function sayExit(t: Words, session: SessionIn<'over'>): ExitWords {
  const { exit } = session;
  const kind = exitKind(exit);
  const settled = sayAfter(t, exit);
  const wayBack = sayWayBack(t, session);
  return {
    title: t(`over.titles.${kind}`),
    who: sayWho(t, exit),
    note: exit.removal?.reason ?? '',
    after: offersRejoin(session) ? [settled, wayBack].filter(Boolean).join(' ') || null : (wayBack ?? settled),
  };
}

/** Who did it, or what did. */
export function sayWho(t: Words, exit: ToldExit): string {
  const kind = exitKind(exit);
  const name = exit.removal?.peerWhoRemoved?.name;
  switch (kind) {
    case 'ended':
      if (exit.reason.type === 'MEETING_END_API') return t('over.who.endedByApi');
      return name === undefined ? t('over.who.endedByNobody') : t('over.who.ended', { name });
    case 'removed':
      if (exit.reason.type === 'REMOVE_PEER_API') return t('over.who.removedByApi');
      return name === undefined ? t('over.who.removedByNobody') : t('over.who.removed', { name });
    case 'sent-back':
      return name === undefined ? t('over.who.sent-backByNobody') : t('over.who.sent-back', { name });
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

function withError(t: Words, what: string, { error }: ToldExit): string {
  return error === null ? what : `${what} ${sayError(t, error)}`;
}

function saySwitchFailed(t: Words, { sought }: ToldExit): string {
  return sought ? t('over.who.switch-failed-to', { room: sought.room }) : t('over.who.switch-failed');
}

/** What follows, where that is settled, whatever the room would say. */
function sayAfter(t: Words, exit: ToldExit): string | null {
  const kind = exitKind(exit);
  if (exit.removal?.locked) return t(kind === 'ended' ? 'over.after.endedLocked' : 'over.after.barred');
  if (!exit.mayRejoin) return null;
  if (kind === 'sent-back') return t('over.after.mayKnock');
  if (kind === 'switch-failed') return t('over.after.mayGoBack');
  return t(kind === 'ended' || kind === 'closed' ? 'over.after.mayReopen' : 'over.after.mayRejoin');
}

/** What would be said otherwise to somebody who has not been inside. */
const WAY_BACK: Partial<Record<ErrorCode, keyof (typeof en)['over']['wayBack']>> = {
  'room-locked': 'room-locked',
  'room-full': 'room-full',
  'room-not-found': 'room-not-found',
  barred: 'barred',
  'connection-failed': 'unreachable',
  unavailable: 'unreachable',
  draining: 'unreachable',
};

/** What the room says to my coming back: why not, or as what; null where it has not said anything that matters. */
export function sayWayBack(t: Words, { exit, wayBack }: SessionIn<'over'>): string | null {
  if (!mayHaveWayBack(exit)) return null;
  // A lock that was there when I went is why nothing is offered until the room says otherwise.
  if (wayBack === undefined) return exit.mayRejoin ? null : t('over.wayBack.room-locked');
  const { role, refusal, mayUnlock } = wayBack;
  if (refusal === null) return role === 'host' ? t('over.wayBack.asHost') : null;
  if (mayUnlock) return t('over.wayBack.mayUnlock');
  const words = WAY_BACK[refusal.code];
  return words === undefined ? sayError(t, refusal) : t(`over.wayBack.${words}`);
}
