import type { ClientEnvironment } from './contract.ts';

/**
 * Keeps what is told in the order in which it happened: what a listener causes while something is being told comes
 * after it. A listener that throws is reported and keeps nobody else from hearing.
 */
export class Turns {
  readonly #environment: ClientEnvironment;
  readonly #waiting: (() => void)[] = [];
  #telling = false;

  constructor(environment: ClientEnvironment) {
    this.#environment = environment;
  }

  take(tellings: readonly (() => void)[]): void {
    this.#waiting.push(...tellings);
    if (this.#telling) return;
    this.#telling = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) this.#run(next);
    this.#telling = false;
  }

  #run(telling: () => void): void {
    try {
      telling();
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      this.#environment.log({ at: 'client', what: 'listener-failed', kind });
    }
  }
}

/** Those who listen to one kind of thing, in turn with all who share the same `Turns`. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #turns: Turns;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Listens until the returned function is called. */
  add(listener: (value: T) => void): () => void {
    // Its own function, so that the same listener added twice is told, and taken off, twice.
    const own = (value: T): void => listener(value);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  tell(value: T): void {
    this.#turns.take(
      Array.from(this.#listeners, (listener) => () => {
        if (this.#listeners.has(listener)) listener(value);
      }),
    );
  }
}
