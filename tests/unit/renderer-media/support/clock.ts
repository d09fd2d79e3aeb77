/** A clock that stands still until it is told to go on. */
export interface Clock {
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
  /** Lets time pass, running what falls due in order. */
  pass(ms: number): void;
  /** Tasks that wait. */
  readonly waiting: number;
}

export function createClock(start = 1_000_000): Clock {
  let now = start;
  let tasks: { readonly at: number; readonly task: () => void }[] = [];
  return {
    now: () => now,
    after(ms, task) {
      const entry = { at: now + ms, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const due = tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        tasks = tasks.filter((other) => other !== due);
        now = Math.max(now, due.at);
        due.task();
      }
      now = until;
    },
    get waiting() {
      return tasks.length;
    },
  };
}

/** Throws what is told as a fault: in a test there must be none that is not expected. */
export const noFault = (fault: unknown): void => {
  throw fault;
};

/** Lets every promise that can settle do so. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
