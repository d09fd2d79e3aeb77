import type { Asks } from '#renderer/media/capture/asks.ts';
import { Capture } from '#renderer/media/capture/capture.ts';
import type { KindNews } from '#renderer/media/capture/deviceNews.ts';

import { type Clock, createClock, noFault } from './clock.ts';
import { asTrack, FakeTrack } from './tracks.ts';

/** One kind of capture over devices that do as they are told. */
export interface CaptureBench {
  readonly clock: Clock;
  readonly capture: Capture;
  /** Every track that was ever opened. */
  readonly opened: readonly FakeTrack[];
  /** What the next openings throw, by device; a device that is not in it opens. */
  readonly failing: Map<string | null, string>;
  readonly news: readonly KindNews[];
  /** What devices were asked for, in order. */
  readonly asked: readonly Asks[];
  readonly changes: number;
  /** What is there when somebody looks after one went by itself. */
  plug(...ids: readonly string[]): void;
  /** From now on what is open can not be asked for something else. */
  fix(): void;
  /** Devices take their time to open until the returned function is called. */
  gate(): () => void;
  live(): readonly FakeTrack[];
}

export function captureBench(): CaptureBench {
  const clock = createClock();
  const opened: FakeTrack[] = [];
  const failing = new Map<string | null, string>();
  const news: KindNews[] = [];
  const asked: Asks[] = [];
  let hold = Promise.resolve();
  let adjustable = true;
  let changes = 0;
  let plugged: ReadonlySet<string> = new Set(['desk', 'other', 'built-in']);
  const capture = new Capture({
    async open(deviceId, asks) {
      asked.push(asks);
      await hold;
      const failure = failing.get(deviceId);
      if (failure) throw new DOMException('', failure);
      const track = new FakeTrack('video', deviceId);
      opened.push(track);
      return asTrack(track);
    },
    async adjust(_track, asks) {
      if (adjustable) asked.push(asks);
      return adjustable;
    },
    label: (track) => (track as unknown as FakeTrack).device ?? 'Default',
    look: async () => plugged,
    now: clock.now,
    onChange: () => void (changes += 1),
    onNews: (one) => void news.push(one),
    onFault: noFault,
  });
  return {
    clock,
    capture,
    opened,
    failing,
    news,
    asked,
    get changes() {
      return changes;
    },
    plug: (...ids) => void (plugged = new Set(ids)),
    fix: () => void (adjustable = false),
    gate() {
      const released = new EventTarget();
      hold = new Promise((resolve) => released.addEventListener('go', () => resolve(), { once: true }));
      return () => released.dispatchEvent(new Event('go'));
    },
    live: () => opened.filter((track) => track.readyState === 'live'),
  };
}

export const on = (deviceId: string | null = null, asks: Asks = {}) => ({ on: true, deviceId, asks });
export const off = { on: false, deviceId: null, asks: {} };
