import type { MediaEngine } from '../../../media/contract.ts';
import { nextSpeaker, NO_SPEAKER, speakerDue } from './speaker.ts';

/** Follows who speaks, from what the engine hears of others. */
export interface SpeakerFollower {
  readonly current: () => string | null;
  /** Follows for as long as anybody listens. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Clock {
  /** ms, from whenever. */
  readonly now: () => number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
}

const pageClock: Clock = {
  now: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

export function followSpeaker(engine: Pick<MediaEngine, 'view' | 'onView'>, clock = pageClock): SpeakerFollower {
  const listeners = new Set<() => void>();
  let state = NO_SPEAKER;
  let stop: (() => void) | null = null;
  let cancel: (() => void) | null = null;

  const look = (): void => {
    const remotes = Object.entries(engine.view.remotes);
    const present = remotes.map(([id]) => id);
    const speaking = remotes.filter(([, remote]) => remote.speaking).map(([id]) => id);
    const before = state.current;
    state = nextSpeaker(state, { at: clock.now(), speaking, present });
    cancel?.();
    const due = speakerDue(state, speaking);
    cancel = due === null ? null : clock.after(Math.max(0, due - clock.now()), look);
    if (state.current !== before) for (const listener of listeners) listener();
  };

  return {
    current: () => state.current,
    subscribe(listener) {
      listeners.add(listener);
      if (!stop) {
        stop = engine.onView(look);
        look();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        cancel?.();
        stop = null;
        cancel = null;
      };
    },
  };
}
