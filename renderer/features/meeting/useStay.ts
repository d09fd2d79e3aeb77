import { useEffect, useRef } from 'react';

import { isInside } from '#meeting/session/reduce.ts';
import type { NoticeOf } from '#protocol/ipc/notice.ts';

import { type Parley, useParley, useSession } from '../../bridge/parley.ts';

export interface StayHandlers {
  /** My stay is over, and everything is released. */
  readonly onMeetingLeft?: (left: NoticeOf<'meeting-left'>) => void;
  /** Somebody else is out. */
  readonly onParticipantLeft?: (left: NoticeOf<'participant-left'>) => void;
  /** Somebody's role is another one, maybe mine. */
  readonly onRoleChanged?: (changed: NoticeOf<'role-changed'>) => void;
  /** I was removed, or the meeting was ended by somebody else. Comes before `onMeetingLeft`. */
  readonly onRemovedFromRoom?: (removed: NoticeOf<'removed-from-room'>) => void;
  /** Somebody, maybe I, reacted. */
  readonly onReacted?: (reacted: NoticeOf<'reacted'>) => void;
}

interface Tie {
  /** The component is on the page. */
  there: boolean;
  /** It stood in a meeting whose end it has not been told yet. */
  owed: boolean;
  listening: (() => void) | null;
}

/** How many components of one page are tied to the stay. */
const ties = new WeakMap<Parley, number>();

const count = (parley: Parley, by: 1 | -1): void => {
  ties.set(parley, (ties.get(parley) ?? 0) + by);
};

const isInsideNow = ({ store }: Parley): boolean => {
  const session = store.get()?.session;
  return session !== undefined && isInside(session);
};

/**
 * Ties a component to the stay: tells it what happens, and leaves when the last one tied to it is gone. React takes a
 * component out and puts it back at once under StrictMode and on a hot update, so what follows from going waits for
 * the end of the task. A component that went because the stay ended is still told how: the notices come a moment later.
 */
export function useStay(handlers: StayHandlers): void {
  const parley = useParley();
  const inside = isInside(useSession());
  const newest = useRef(handlers);
  const tie = useRef<Tie>({ there: false, owed: false, listening: null });
  useEffect(() => {
    newest.current = handlers;
    if (inside) tie.current.owed = true;
  });

  useEffect(() => {
    const mine = tie.current;
    mine.there = true;
    count(parley, 1);
    mine.listening ??= listen(parley, mine, () => newest.current);
    return () => {
      mine.there = false;
      count(parley, -1);
      queueMicrotask(() => {
        if (!mine.there) afterGoing(parley, mine);
      });
    };
  }, [parley]);
}

function listen(parley: Parley, mine: Tie, handlers: () => StayHandlers): () => void {
  return parley.bridge.on('notice', (notice) => {
    switch (notice.type) {
      case 'participant-left':
        if (mine.there) handlers().onParticipantLeft?.(notice);
        return;
      case 'role-changed':
        if (mine.there) handlers().onRoleChanged?.(notice);
        return;
      case 'reacted':
        if (mine.there) handlers().onReacted?.(notice);
        return;
      case 'removed-from-room':
        handlers().onRemovedFromRoom?.(notice);
        return;
      // A prompt of main's says it.
      case 'switch-failed':
        return;
      case 'meeting-left':
        mine.owed = false;
        if (!mine.there) stop(mine);
        handlers().onMeetingLeft?.(notice);
    }
  });
}

function afterGoing(parley: Parley, mine: Tie): void {
  const isInside = isInsideNow(parley);
  const wasLast = ties.get(parley) === 0;
  if (isInside && wasLast) void parley.bridge.request('room:leave', {});
  if (!mine.owed || (isInside && !wasLast)) stop(mine);
}

function stop(mine: Tie): void {
  mine.listening?.();
  mine.listening = null;
}
