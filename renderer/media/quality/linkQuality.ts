import type { ParticipantId } from '#protocol/ids.ts';

import { createTimer } from '../lifetime/timer.ts';
import { tellAll } from '../tellAll.ts';
import type { LinkFigures } from '../transport.ts';
import { FIRST, type Grade, type Graded, gradeAfter } from './grade.ts';
import { type LinkRates, ratesBetween } from './rates.ts';

/** How the links to the others are. */
export interface LinkQuality {
  /** By participant; only links that are up. Another object after every change. */
  readonly grades: Readonly<Record<string, Grade>>;
  readonly onGrades: (listener: () => void) => () => void;
  /** Tells what one link does, about once a second, until the returned function is called; null while it is not up. */
  inspect(peer: ParticipantId, listener: (rates: LinkRates | null) => void): () => void;
}

/** Milliseconds between two looks at all links; a little more for each, so that fifty cost no more than a few. */
const LOOK_MS = 2_000;
const LOOK_MS_EACH = 100;
/** And at one that somebody looks at. */
const INSPECT_MS = 1_000;

interface QualityOptions {
  readonly after: (ms: number, task: () => void) => () => void;
  /** Of every link, or of one alone. */
  readonly figures: (only?: ParticipantId) => Promise<readonly LinkFigures[]>;
  readonly onFault: (fault: unknown) => void;
}

/** The same, with what its owner does. */
export interface WatchedQuality extends LinkQuality {
  /** There are so many links: looks begin with the first and rest with the last. */
  follow(links: number): void;
  close(): void;
}

interface Known {
  readonly figures: LinkFigures;
  readonly graded: Graded;
}

export function watchQuality({ after, figures, onFault }: QualityOptions): WatchedQuality {
  const timer = createTimer(after);
  const listeners = new Set<() => void>();
  const inspections = new Set<() => void>();
  let known: ReadonlyMap<ParticipantId, Known> = new Map();
  let grades: Readonly<Record<string, Grade>> = {};
  let links = 0;
  let running = false;
  let closed = false;

  const put = (next: Readonly<Record<string, Grade>>): void => {
    const names = Object.keys(next);
    const isSame = names.length === Object.keys(grades).length && names.every((name) => next[name] === grades[name]);
    if (isSame) return;
    grades = next;
    tellAll(listeners, undefined, onFault);
  };

  const look = async (): Promise<void> => {
    const begun = known;
    const all = (await figures()).filter(({ link }) => link === 'connected');
    // It was all forgotten meanwhile: this is of links that are gone.
    if (known !== begun || closed) return;
    const next = new Map<ParticipantId, Known>();
    for (const one of all) {
      const before = known.get(one.peer);
      const rates = before && ratesBetween(before.figures, one);
      next.set(one.peer, {
        figures: one,
        graded: rates ? gradeAfter(before.graded, rates) : (before?.graded ?? FIRST),
      });
    }
    known = next;
    put(Object.fromEntries([...next].map(([peer, { graded }]) => [peer, graded.grade])));
  };

  const again = (): void => {
    timer.set(LOOK_MS + links * LOOK_MS_EACH, () => {
      look()
        .catch(onFault)
        .finally(() => {
          if (running) again();
        });
    });
  };

  return {
    get grades() {
      return grades;
    },
    onGrades(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    inspect(peer, listener) {
      const own = createTimer(after);
      let before: LinkFigures | null = null;
      let over = false;
      const step = async (): Promise<void> => {
        const now = (await figures(peer)).find(({ link }) => link === 'connected') ?? null;
        if (over) return;
        if (!now) listener(null);
        const rates = before && now && ratesBetween(before, now);
        if (rates) listener(rates);
        before = now;
      };
      const go = async (): Promise<void> => {
        await step().catch(onFault);
        if (!over) own.set(INSPECT_MS, () => void go());
      };
      const stop = (): void => {
        over = true;
        own.cancel();
        inspections.delete(stop);
      };
      inspections.add(stop);
      void go();
      return stop;
    },
    follow(count) {
      links = count;
      if (running === count > 0 || closed) return;
      running = count > 0;
      if (running) {
        again();
        return;
      }
      timer.cancel();
      known = new Map();
      put({});
    },
    close() {
      closed = true;
      running = false;
      timer.cancel();
      for (const stop of inspections) stop();
      listeners.clear();
    },
  };
}
