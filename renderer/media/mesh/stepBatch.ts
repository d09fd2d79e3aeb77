import type { PeerSignal } from './linkMessage.ts';

/** Gathers the steps of a negotiation, so that a burst of candidates is one signal and not ten. */
export interface StepBatch {
  add(step: PeerSignal): void;
  /** Forgets what was not sent. */
  drop(): void;
}

/** A description goes out at once, with what waits; candidates at the end of the turn of the event loop. */
export function createStepBatch(
  after: (ms: number, task: () => void) => () => void,
  send: (steps: readonly PeerSignal[]) => void,
): StepBatch {
  let waiting: PeerSignal[] = [];
  let cancel: (() => void) | null = null;

  const drop = (): void => {
    cancel?.();
    cancel = null;
    waiting = [];
  };
  const flush = (): void => {
    const steps = waiting;
    drop();
    send(steps);
  };

  return {
    add(step) {
      waiting.push(step);
      if (step.type !== 'candidate') flush();
      else cancel ??= after(0, flush);
    },
    drop,
  };
}
