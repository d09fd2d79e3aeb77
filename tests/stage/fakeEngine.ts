import type { MediaEngine, MediaView } from '#renderer/media/contract.ts';

/** Media without devices: shows what it is told to show. */
export interface FakeEngine extends MediaEngine {
  show(view: Partial<MediaView>): void;
}

export const NO_MEDIA: MediaView = {
  local: { video: null, audioLevel: 0, speaking: false },
  remotes: {},
  microphones: [],
  cameras: [],
};

export function fakeEngine(first: Partial<MediaView> = {}): FakeEngine {
  const listeners = new Set<() => void>();
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
    apply: () => undefined,
    dispose: () => Promise.resolve(),
  };
}
