/** Brings something slow to a goal that may change meanwhile. */
export interface Reconciler<Goal> {
  /** Sets the goal. What was aimed at before and has not begun is forgotten. */
  aim(goal: Goal): void;
  /** Settles when nothing is under way and the last goal was worked on. */
  settled(): Promise<void>;
}

/**
 * Runs `step` for the latest goal, one at a time: a goal set while a step is under way waits for it, and only the
 * latest of those is worked on. A step that throws is a bug:
 * `onFault` is told, and the next goal is worked on all the same.
 */
export function createReconciler<Goal>(
  step: (goal: Goal) => Promise<void>,
  onFault: (fault: unknown) => void,
): Reconciler<Goal> {
  let next: { readonly goal: Goal } | null = null;
  let running = false;
  let run: Promise<void> = Promise.resolve();

  const work = async (): Promise<void> => {
    running = true;
    while (next) {
      const { goal } = next;
      next = null;
      try {
        await step(goal);
      } catch (fault) {
        onFault(fault);
      }
    }
    running = false;
  };

  return {
    aim(goal) {
      next = { goal };
      if (!running) run = work();
    },
    async settled() {
      // A goal set while the last one was settling began another run.
      for (let last = null as Promise<void> | null; last !== run;) {
        last = run;
        await last;
      }
    },
  };
}
