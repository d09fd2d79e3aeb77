import type { MediaEngine, MediaView } from '#renderer/media/contract.ts';
import type { Shown } from '#renderer/media/transport.ts';

/** Media without devices: shows what it is told to show. */
export interface FakeEngine extends MediaEngine {
  show(view: Partial<MediaView>): void;
  /** What the page said last that it shows. */
  readonly watched: Shown;
}

export const NO_MEDIA: MediaView = {
  local: { video: null, screen: null, audioLevel: 0, speaking: false },
  remotes: {},
  microphones: [],
  cameras: [],
};

export function fakeEngine(first: Partial<MediaView> = {}): FakeEngine {
  const listeners = new Set<() => void>();
  let watched: Shown = new Map();
  let view: MediaView = { ...NO_MEDIA, ...first };
  return {
    get view() {
      return view;
    },
    onView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next) {
      view = { ...view, ...next };
      for (const listener of listeners) listener();
    },
    talk: { say: () => Promise.resolve('gone'), listen: () => () => undefined },
    get watched() {
      return watched;
    },
    watch(shown) {
      watched = shown;
    },
    apply: () => undefined,
    dispose: () => Promise.resolve(),
  };
}
