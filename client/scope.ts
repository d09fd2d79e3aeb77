import type { ClientEnvironment } from './contract.ts';

/** Bounds lifetimes: what was started in a scope stops with it, and nothing starts in it afterwards. */
export class Scope {
  readonly #cleanups = new Set<() => void>();
  #closed = false;

  get closed(): boolean {
    return this.#closed;
  }

  /** Runs `cleanup` when the scope closes (at once if it has), unless the returned function is called before. */
  add(cleanup: () => void): () => void {
    if (this.#closed) {
      cleanup();
      return () => {};
    }
    this.#cleanups.add(cleanup);
    return () => {
      this.#cleanups.delete(cleanup);
    };
  }

  /** Runs `task` after `ms` unless the scope closes, or the returned function is called, before. */
  schedule(environment: ClientEnvironment, ms: number, task: () => void): () => void {
    if (this.#closed) return () => {};
    const cancel = environment.schedule(ms, () => {
      forget();
      task();
    });
    const forget = this.add(cancel);
    return () => {
      forget();
      cancel();
    };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const cleanup of this.#cleanups) cleanup();
    this.#cleanups.clear();
  }
}
