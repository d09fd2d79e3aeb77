import type { MediaView } from './contract.ts';
import { tellAll } from './tellAll.ts';

/** Holds the view and tells whoever listens when it was replaced. */
export interface ViewStore {
  readonly view: MediaView;
  readonly onView: (listener: () => void) => () => void;
  /** Replaces the view where `next` differs from it. */
  show(next: MediaView): void;
  clear(): void;
}

const sameLocal = (a: MediaView['local'], b: MediaView['local']): boolean =>
  a.video === b.video &&
  a.screen === b.screen &&
  a.audioLevel === b.audioLevel &&
  a.speaking === b.speaking &&
  a.unheard === b.unheard;

export const EMPTY_VIEW: MediaView = {
  local: { video: null, screen: null, audioLevel: 0, speaking: false, unheard: false },
  remotes: {},
  microphones: [],
  cameras: [],
  speakers: [],
  holding: false,
  testSound: null,
};

export function createViewStore(onFault: (fault: unknown) => void): ViewStore {
  const listeners = new Set<() => void>();
  let view = EMPTY_VIEW;
  return {
    get view() {
      return view;
    },
    onView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next) {
      const local = sameLocal(view.local, next.local) ? view.local : next.local;
      if (
        local === view.local &&
        next.remotes === view.remotes &&
        next.microphones === view.microphones &&
        next.cameras === view.cameras &&
        next.speakers === view.speakers &&
        next.holding === view.holding &&
        next.testSound === view.testSound
      ) {
        return;
      }
      view = { ...next, local };
      tellAll(listeners, undefined, onFault);
    },
    clear() {
      listeners.clear();
    },
  };
}
