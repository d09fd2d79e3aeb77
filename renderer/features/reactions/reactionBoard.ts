import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';

import type { ParticipantId } from '#protocol/ids.ts';
import type { NoticeOf } from '#protocol/ipc/notice.ts';
import type { Reaction } from '#protocol/reaction.ts';

/** One reaction while it is on the screen. */
export interface ShownReaction {
  readonly key: number;
  readonly participant: ParticipantId;
  readonly name: string;
  readonly reaction: Reaction;
}

/** What of reactions is on the screen, and where: on the tile of whoever reacted, or in the corner where they have none. */
export interface ReactionBoard {
  readonly show: (reacted: NoticeOf<'reacted'>) => void;
  /** The oldest first. */
  readonly get: () => readonly ShownReaction[];
  readonly subscribe: (listener: () => void) => () => void;
  /** There is a tile that shows this person's, until the returned function is called. */
  readonly seat: (participant: ParticipantId) => () => void;
  readonly isSeated: (participant: ParticipantId) => boolean;
}

/** How long a reaction is shown, as its motion in the style has it. */
export const SHOWN_MS = 4_000;
/** Of one person, and of all, at the same time: the oldest make room. */
const MOST_OF_ONE = 3;
const MOST = 24;

/** `after` runs a task once, after so many milliseconds. */
export function createReactionBoard(after: (ms: number, task: () => void) => void): ReactionBoard {
  const listeners = new Set<() => void>();
  const seats = new Map<ParticipantId, number>();
  let shown: readonly ShownReaction[] = [];
  let last = 0;

  const put = (next: readonly ShownReaction[]): void => {
    shown = next;
    for (const listener of listeners) listener();
  };
  const sit = (participant: ParticipantId, by: 1 | -1): void => {
    seats.set(participant, (seats.get(participant) ?? 0) + by);
    // Whoever shows what has no seat looks again.
    if (shown.some((one) => one.participant === participant)) put([...shown]);
  };

  return {
    show({ participantId: participant, name, reaction }) {
      const key = ++last;
      const own = shown.filter((one) => one.participant === participant);
      const stale = own.length < MOST_OF_ONE ? null : own[0]?.key;
      const kept = shown.filter((one) => one.key !== stale).slice(1 - MOST);
      put([...kept, { key, participant, name, reaction }]);
      after(SHOWN_MS, () => put(shown.filter((one) => one.key !== key)));
    },
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seat(participant) {
      sit(participant, 1);
      return () => sit(participant, -1);
    },
    isSeated: (participant) => (seats.get(participant) ?? 0) > 0,
  };
}

const NOTHING: readonly ShownReaction[] = [];
const NO_BOARD: ReactionBoard = {
  show: () => undefined,
  get: () => NOTHING,
  subscribe: () => () => undefined,
  seat: () => () => undefined,
  isSeated: () => false,
};

/** Outside of a meeting nobody reacts. */
export const ReactionContext = createContext<ReactionBoard>(NO_BOARD);

/** All that is shown now. */
export function useReactions(): readonly ShownReaction[] {
  const board = useContext(ReactionContext);
  return useSyncExternalStore(board.subscribe, board.get);
}

/** What is shown now of one person; drawn anew only when that changes. */
export function useReactionsOf(participant: ParticipantId): readonly ShownReaction[] {
  const { subscribe, get } = useContext(ReactionContext);
  const theirs = (): readonly ShownReaction[] => get().filter((one) => one.participant === participant);
  // Compared as words: each look makes a list of its own.
  useSyncExternalStore(subscribe, () =>
    theirs()
      .map(({ key }) => key)
      .join(' '),
  );
  return theirs();
}

/** Takes the seat of a person for as long as the component is there. */
export function useSeat(participant: ParticipantId): void {
  const board = useContext(ReactionContext);
  useEffect(() => board.seat(participant), [board, participant]);
}
