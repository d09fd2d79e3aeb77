/** A promise that is settled from outside, once; settling it again does nothing. */
export class Deferred<T> {
  readonly promise: Promise<T>;
  #settle: (value: T) => void = () => {};

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  resolve(value: T): void {
    this.#settle(value);
  }
}
