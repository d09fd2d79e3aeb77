/** Time that stands still until a test moves it. */
export class Clock {
  #now = 1_700_000_000_000;
  #due = 0;
  readonly #tasks = new Map<symbol, { readonly at: number; readonly order: number; readonly task: () => void }>();
  #order = 0;

  now(): number {
    return this.#now;
  }

  /** Sets the wall clock without any time passing, as a correction by the network does. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** How many tasks wait: none may be left when everything is freed. */
  get waiting(): number {
    return this.#tasks.size;
  }

  /** Milliseconds until the next task. */
  get nextIn(): number | null {
    const next = this.#next();
    return next === null ? null : next.at - this.#due;
  }

  readonly schedule = (ms: number, task: () => void): (() => void) => {
    const key = Symbol('task');
    this.#order += 1;
    this.#tasks.set(key, { at: this.#due + ms, order: this.#order, task });
    return () => {
      this.#tasks.delete(key);
    };
  };

  /** Lets `ms` pass, running what becomes due in order. */
  advance(ms: number): void {
    const until = this.#due + ms;
    for (let next = this.#next(); next !== null && next.at <= until; next = this.#next()) {
      this.#now += next.at - this.#due;
      this.#due = next.at;
      this.#tasks.delete(next.key);
      next.task();
    }
    this.#now += until - this.#due;
    this.#due = until;
  }

  #next() {
    let first: { readonly key: symbol; readonly at: number; readonly order: number; readonly task: () => void } | null =
      null;
    for (const [key, task] of this.#tasks) {
      if (first === null || task.at < first.at || (task.at === first.at && task.order < first.order)) {
        first = { key, ...task };
      }
    }
    return first;
  }
}
