/** Opened, or broken, from outside: once. */
export class Latch {
  readonly opened: Promise<void>;
  #open: () => void = () => {};
  #fail: (error: Error) => void = () => {};

  constructor() {
    this.opened = new Promise((resolve, reject) => {
      this.#open = resolve;
      this.#fail = reject;
    });
  }

  open(): void {
    this.#open();
  }

  fail(error: Error): void {
    this.#fail(error);
  }
}
