/** At most one task that waits for its time. */
export interface Timer {
  /** Runs `task` after `ms`, instead of what waited until now. */
  set(ms: number, task: () => void): void;
  cancel(): void;
}

export function createTimer(after: (ms: number, task: () => void) => () => void): Timer {
  let drop: (() => void) | null = null;
  const cancel = (): void => {
    drop?.();
    drop = null;
  };
  return {
    set(ms, task) {
      cancel();
      drop = after(ms, () => {
        drop = null;
        task();
      });
    },
    cancel,
  };
}
