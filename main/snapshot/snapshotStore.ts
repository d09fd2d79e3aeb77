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
  return new Store(initial, defer);
}

interface Step {
  readonly next: AppSnapshot;
  readonly before: AppSnapshot;
}

class Store implements SnapshotStore {
  readonly #defer: (task: () => void) => void;
  readonly #changed = new Set<(snapshot: AppSnapshot, before: AppSnapshot) => void>();
  readonly #settled = new Set<(snapshot: AppSnapshot) => void>();
  /** A listener may write in turn. Changes are told one after the other, so that each listener sees every step. */
  readonly #steps: Step[] = [];
  #current: AppSnapshot;
  #telling = false;
  #pending = false;

  constructor(initial: AppSnapshot, defer: (task: () => void) => void) {
    this.#current = initial;
    this.#defer = defer;
  }

  get current(): AppSnapshot {
    return this.#current;
  }

  patch(change: Partial<AppSnapshot>): void {
    if (differs(this.#current, change)) this.#write({ ...this.#current, ...change });
  }

  patchCapture(kind: CaptureKind, change: Partial<CaptureView>): void {
    const { capture } = this.#current;
    if (!differs(capture[kind], change)) return;
    this.#write({ ...this.#current, capture: { ...capture, [kind]: { ...capture[kind], ...change } } });
  }

  onChange(listener: (snapshot: AppSnapshot, before: AppSnapshot) => void): () => void {
    this.#changed.add(listener);
    return () => void this.#changed.delete(listener);
  }

  onSettled(listener: (snapshot: AppSnapshot) => void): () => void {
    this.#settled.add(listener);
    return () => void this.#settled.delete(listener);
  }

  flush(): void {
    if (!this.#pending) return;
    this.#pending = false;
    for (const listener of this.#settled) listener(this.#current);
  }

  #write(next: AppSnapshot): void {
    this.#steps.push({ next, before: this.#current });
    this.#current = next;
    if (!this.#pending) {
      this.#pending = true;
      this.#defer(() => this.flush());
    }
    this.#tell();
  }

  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let step = this.#steps.shift(); step !== undefined; step = this.#steps.shift()) {
        for (const listener of this.#changed) listener(step.next, step.before);
      }
    } finally {
      this.#telling = false;
    }
  }
}

function differs<T extends object>(whole: T, change: Partial<T>): boolean {
  return (Object.keys(change) as (keyof T)[]).some((key) => !Object.is(whole[key], change[key]));
}
