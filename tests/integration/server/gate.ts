/** A gate that appends pass through, one after the other; while it is closed, they wait. */
export class Gate {
  #closed: Promise<void> | null = null;
  #open: () => void = () => {};
  #arrived: () => void = () => {};

  async pass(): Promise<void> {
    if (this.#closed === null) return;
    this.#arrived();
    await this.#closed;
  }

  /** Settles when the first has come to the closed gate. */
  close(): Promise<void> {
    this.#closed = new Promise((resolve) => {
      this.#open = resolve;
    });
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  open(): void {
    this.#closed = null;
    this.#open();
  }
}
