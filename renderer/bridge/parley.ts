import { createContext, useContext, useSyncExternalStore } from 'react';

import type { ParleyBridge } from '#protocol/ipc/contract.ts';
import type { AppSnapshot } from '#protocol/ipc/snapshot.ts';
import type { Session } from '#protocol/session.ts';

import type { MediaEngine, MediaView } from '../media/contract.ts';
import type { SnapshotStore } from './snapshotStore.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly parley: ParleyBridge;
  }
}

/** What every screen stands on: the way to main, what main says, and the page's media. */
export interface Parley {
  readonly bridge: ParleyBridge;
  readonly store: SnapshotStore;
  readonly engine: MediaEngine;
}

export const ParleyContext = createContext<Parley | null>(null);

export function useParley(): Parley {
  const parley = useContext(ParleyContext);
  if (!parley) throw new Error('ParleyContext is missing');
  return parley;
}

/** The current snapshot, or null before the first one. */
export function useMaybeSnapshot(): AppSnapshot | null {
  const { store } = useParley();
  return useSyncExternalStore(store.subscribe, store.get);
}

/** The current snapshot. Only below the app's first render, which waits for it. */
export function useSnapshot(): AppSnapshot {
  const snapshot = useMaybeSnapshot();
  if (!snapshot) throw new Error('no snapshot yet');
  return snapshot;
}

export function useSession(): Session {
  return useSnapshot().session;
}

/**
 * A part of what the page shows of media, drawn anew only when that part changes: levels change ten times a second.
 * `select` must give back the same object for the same view.
 */
export function useMedia<Part>(select: (view: MediaView) => Part): Part {
  const { engine } = useParley();
  return useSyncExternalStore(engine.onView, () => select(engine.view));
}
