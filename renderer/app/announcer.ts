import { createContext, useContext } from 'react';

export interface Announcement {
  readonly id: number;
  readonly text: string;
  /** Interrupts what is being read: for the end of one's own stay. */
  readonly urgent: boolean;
  /** Shown as well as said. */
  readonly shown: boolean;
}

/** Says what happened, to eyes and to screen readers. */
export interface Announcer {
  readonly say: (text: string, as?: { readonly urgent?: boolean; readonly shown?: boolean }) => void;
  readonly get: () => readonly Announcement[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** How long a toast stays; long enough to read twice. */
const STAY_MS = 6_000;
/** What is older goes at once when more than this many are on. */
const MOST = 4;

export function createAnnouncer(stayMs = STAY_MS): Announcer {
  let current: readonly Announcement[] = [];
  let last = 0;
  const listeners = new Set<() => void>();
  const put = (next: readonly Announcement[]): void => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    say: (text, { urgent = false, shown = true } = {}) => {
      const id = ++last;
      put([...current.slice(1 - MOST), { id, text, urgent, shown }]);
      setTimeout(() => put(current.filter((said) => said.id !== id)), stayMs);
    },
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const AnnouncerContext = createContext<Announcer | null>(null);

export function useAnnouncer(): Announcer {
  const announcer = useContext(AnnouncerContext);
  if (!announcer) throw new Error('AnnouncerContext is missing');
  return announcer;
}
