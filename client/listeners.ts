import type { ClientEnvironment } from './contract.ts';

/**
 * Tells everybody who listens, in the order in which things were told: what a listener causes while it is being told
 * comes after. A listener that throws is reported and keeps nobody else from hearing.
 */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #waiting: T[] = [];
  readonly #environment: ClientEnvironment;
  #telling = false;

  constructor(environment: ClientEnvironment) {
    this.#environment = environment;
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
    this.#waiting.push(value);
    if (this.#telling) return;
    this.#telling = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) this.#tellAll(next);
    this.#telling = false;
  }

  #tellAll(value: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(value);
      } catch (error) {
        this.#environment.log({
          at: 'client',
          what: 'listener-failed',
          kind: error instanceof Error ? error.name : '',
        });
      }
    }
  }
}
