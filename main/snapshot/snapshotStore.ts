import type { AppSnapshot, CaptureKind, CaptureView } from '#protocol/ipc/snapshot.ts';

/** The one place where the app's state is kept. Readers get whole snapshots; only `patch` and `patchCapture` write. */
export interface SnapshotStore {
  readonly current: AppSnapshot;
  patch(change: Partial<AppSnapshot>): void;
  patchCapture(kind: CaptureKind, change: Partial<CaptureView>): void;
  /** Told of every write that changed something, in order. For what follows from it: devices, prompts, further writes. */
  onChange(listener: ChangeListener): () => void;
  /** Told the newest snapshot once for all the writes of one turn. For the page. */
  onSettled(listener: (snapshot: AppSnapshot) => void): () => void;
  /**
   * Told once the page has been, with what was told before: for what nobody in a meeting waits for, such as the tray and
   * what is kept on disk. While a stay is being released, whose page is answered to the millisecond, it waits.
   */
  onTold(listener: ChangeListener): () => void;
  /** Tells what `onSettled` is still waiting for now, so that nothing can overtake it. */
  flush(): void;
  /** Tells everybody what they still wait for now: there may be no later turn. */
  settle(): void;
}

type ChangeListener = (snapshot: AppSnapshot, before: AppSnapshot) => void;

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
  readonly #changed = new Set<ChangeListener>();
  readonly #settled = new Set<(snapshot: AppSnapshot) => void>();
  readonly #told = new Set<ChangeListener>();
  /** A listener may write in turn. Changes are told one after the other, so that each listener sees every step. */
  readonly #steps: Step[] = [];
  #current: AppSnapshot;
  /** What `onTold` was told last. */
  #known: AppSnapshot;
  #telling = false;
  #pending = false;

  constructor(initial: AppSnapshot, defer: (task: () => void) => void) {
    this.#current = initial;
    this.#known = initial;
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

  onChange(listener: ChangeListener): () => void {
    this.#changed.add(listener);
    return () => void this.#changed.delete(listener);
  }

  onSettled(listener: (snapshot: AppSnapshot) => void): () => void {
    this.#settled.add(listener);
    return () => void this.#settled.delete(listener);
  }

  onTold(listener: ChangeListener): () => void {
    this.#told.add(listener);
    return () => void this.#told.delete(listener);
  }

  flush(): void {
    if (!this.#pending) return;
    this.#pending = false;
    for (const listener of this.#settled) listener(this.#current);
  }

  settle(): void {
    this.flush();
    const before = this.#known;
    this.#known = this.#current;
    if (before === this.#known) return;
    for (const listener of this.#told) listener(this.#known, before);
  }

  #endTurn(): void {
    if (isReleasing(this.#current)) this.flush();
    else this.settle();
  }

  #write(next: AppSnapshot): void {
    this.#steps.push({ next, before: this.#current });
    this.#current = next;
    if (!this.#pending) {
      this.#pending = true;
      this.#defer(() => this.#endTurn());
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

const isReleasing = ({ session }: AppSnapshot): boolean => session.phase === 'over' && !session.exit.released;

function differs<T extends object>(whole: T, change: Partial<T>): boolean {
  return (Object.keys(change) as (keyof T)[]).some((key) => !Object.is(whole[key], change[key]));
}
