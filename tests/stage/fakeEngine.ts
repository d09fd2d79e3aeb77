import type { DeviceNews } from '#renderer/media/capture/deviceNews.ts';
import type { MediaEngine, MediaView, RemoteMedia } from '#renderer/media/contract.ts';
import type { Grade } from '#renderer/media/quality/grade.ts';
import type { LinkRates } from '#renderer/media/quality/rates.ts';
import type { Shown, ShownScreens } from '#renderer/media/transport.ts';
import { EMPTY_VIEW } from '#renderer/media/viewStore.ts';

/** Media without devices: shows what it is told to show. */
export interface FakeEngine extends MediaEngine {
  /** Something happens to a device. */
  tell(news: DeviceNews): void;
  show(view: Partial<MediaView>): void;
  /** From now on links are so. */
  grade(grades: Readonly<Record<string, Grade>>): void;
  /** What whoever looks at a link sees. */
  measure(rates: LinkRates | null): void;
  /** How many look at a link. */
  readonly inspecting: number;
  /** What the page said last that it shows. */
  readonly watched: Shown;
  readonly watchedScreens: ShownScreens;
}

/** What comes of somebody who is linked, silent and without a picture, but for what is said otherwise. */
export const remoteMedia = (but: Partial<RemoteMedia> = {}): RemoteMedia => ({
  stream: null,
  screen: null,
  hasVideo: false,
  link: 'connected',
  speaking: false,
  ...but,
});

export function fakeEngine(first: Partial<MediaView> = {}): FakeEngine {
  const listeners = new Set<() => void>();
  let watched: Shown = new Map();
  let watchedScreens: ShownScreens;
  let grades: Readonly<Record<string, Grade>> = {};
  const graders = new Set<() => void>();
  const inspectors = new Set<(rates: LinkRates | null) => void>();
  const heard = new Set<(news: DeviceNews) => void>();
  let view: MediaView = { ...EMPTY_VIEW, ...first };
  const show = (next: Partial<MediaView>): void => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };
  return {
    get view() {
      return view;
    },
    onView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    findDevices: () => undefined,
    onDeviceNews(listener) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    talk: { say: () => Promise.resolve('gone'), listen: () => () => undefined },
    quality: {
      get grades() {
        return grades;
      },
      onGrades(listener) {
        graders.add(listener);
        return () => graders.delete(listener);
      },
      inspect(_peer, listener) {
        inspectors.add(listener);
        return () => inspectors.delete(listener);
      },
    },
    grade(next) {
      grades = next;
      for (const listener of graders) listener();
    },
    measure(rates) {
      for (const listener of inspectors) listener(rates);
    },
    get inspecting() {
      return inspectors.size;
    },
    get watched() {
      return watched;
    },
    get watchedScreens() {
      return watchedScreens;
    },
    watch(shown, screens) {
      watched = shown;
      watchedScreens = screens;
    },
    tell(news) {
      for (const listener of heard) listener(news);
    },
    playTestSound: () => show({ testSound: 0 }),
    stopTestSound: () => show({ testSound: null }),
    apply: () => undefined,
    dispose: () => Promise.resolve(),
  };
}
