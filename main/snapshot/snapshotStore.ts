import type { AppSnapshot, CaptureKind, CaptureView } from '#protocol/ipc/snapshot.ts';

/** The one place where the app's state is kept. Readers get whole snapshots; only `patch` and `patchCapture` write. */
export interface SnapshotStore {
  readonly current: AppSnapshot;
  patch(change: Partial<AppSnapshot>): void;
  patchCapture(kind: CaptureKind, change: Partial<CaptureView>): void;
  /** Told of every write that changed something, in order. For main's own parts: tray, power, prompts. */
  onChange(listener: (snapshot: AppSnapshot, before: AppSnapshot) => void): () => void;
  /** Told the newest snapshot once for all the writes of one turn. For the page. */
  onSettled(listener: (snapshot: AppSnapshot) => void): () => void;
  /** Tells what `onSettled` is still waiting for now, so that nothing can overtake it. */
  flush(): void;
}

/** `defer` runs a task at the end of the current turn. */
export function createSnapshotStore(initial: AppSnapshot, defer: (task: () => void) => void): SnapshotStore {
  let current = initial;
  let pending = false;
  const changed = new Set<(snapshot: AppSnapshot, before: AppSnapshot) => void>();
  const settled = new Set<(snapshot: AppSnapshot) => void>();

  const flush = (): void => {
    if (!pending) return;
    pending = false;
    for (const listener of settled) listener(current);
  };

  // A listener may write in turn. Changes are told one after the other, so that each listener sees every step.
  const steps: { readonly next: AppSnapshot; readonly before: AppSnapshot }[] = [];
  let telling = false;
  const tell = (): void => {
    if (telling) return;
    telling = true;
    try {
      for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
        for (const listener of changed) listener(step.next, step.before);
      }
    } finally {
      telling = false;
    }
  };

  const write = (next: AppSnapshot): void => {
    steps.push({ next, before: current });
    current = next;
    if (!pending) {
      pending = true;
      defer(flush);
    }
    tell();
  };

  return {
    get current() {
      return current;
    },
    patch(change) {
      if (differs(current, change)) write({ ...current, ...change });
    },
    patchCapture(kind, change) {
      const view = current.capture[kind];
      if (differs(view, change)) write({ ...current, capture: { ...current.capture, [kind]: { ...view, ...change } } });
    },
    onChange(listener) {
      changed.add(listener);
      return () => void changed.delete(listener);
    },
    onSettled(listener) {
      settled.add(listener);
      return () => void settled.delete(listener);
    },
    flush,
  };
}

function differs<T extends object>(whole: T, change: Partial<T>): boolean {
  return (Object.keys(change) as (keyof T)[]).some((key) => !Object.is(whole[key], change[key]));
}
