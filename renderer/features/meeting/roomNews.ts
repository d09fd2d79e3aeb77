import { everyone, participantOf } from '#meeting/room/selectors.ts';
import type { SessionIn } from '#protocol/session.ts';

import type { en } from '../../words/en/en.ts';

type Inside = SessionIn<'joined' | 'reconnecting'>;

export interface News {
  readonly key: keyof (typeof en)['happened'];
  readonly name: string;
  /** False where a banner shows it already. */
  readonly shown: boolean;
}

/** More than this many at once are not called out one by one. */
const MOST = 3;

/**
 * What there is to tell between two states of the same stay. Who went is not among it: that has a reason, which comes
 * by notice. At the beginning it is only that I am in.
 */
export function roomNews(before: Inside | null, now: Inside): readonly News[] {
  if (before === null || before.incarnation !== now.incarnation || before.me !== now.me) {
    return [{ key: 'youJoined', name: '', shown: false }];
  }
  return [...connectionNews(before, now), ...joinNews(before, now), ...roleNews(before, now), ...lockNews(before, now)];
}

function connectionNews(before: Inside, now: Inside): readonly News[] {
  if (before.phase === now.phase) return [];
  const isBack = now.phase === 'joined';
  return [{ key: isBack ? 'reconnected' : 'reconnecting', name: '', shown: isBack }];
}

function joinNews(before: Inside, now: Inside): readonly News[] {
  const came = everyone(now.room).filter(({ id }) => participantOf(before.room, id) === null && id !== now.me);
  return came.slice(0, MOST).map(({ name }) => ({ key: 'joined', name, shown: true }));
}

function roleNews(before: Inside, now: Inside): readonly News[] {
  return everyone(now.room).flatMap(({ id, name, role }): readonly News[] => {
    const was = participantOf(before.room, id);
    if (!was || was.role === role) return [];
    if (id === now.me && role === 'host') return [{ key: 'youBecameHost', name, shown: true }];
    return [{ key: role === 'host' ? 'becameHost' : 'becameGuest', name, shown: true }];
  });
}

function lockNews({ room: before }: Inside, { room: now }: Inside): readonly News[] {
  if ((before.lock === null) === (now.lock === null)) return [];
  if (now.lock === null) return [{ key: 'unlocked', name: '', shown: true }];
  const name = now.lock.by?.name;
  return [{ key: name === undefined ? 'locked' : 'lockedBy', name: name ?? '', shown: true }];
}
