import type { Clock } from '#server/clock.ts';

/** Time that passes when told to. */
export class FakeClock implements Clock {
  time: number;
  settled = 0;
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  constructor(time = 1_000_000) {
    this.time = time;
  }

  now(): number {
    return this.time;
  }

  schedule(ms: number, task: () => void): () => void {
    const entry = { at: this.time + Math.max(0, ms), task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  settle(): void {
    this.settled += 1;
  }

  /** Runs what falls due, in order. */
  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.#tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      this.#tasks = this.#tasks.filter((other) => other !== next);
      next.task();
    }
    this.time = end;
  }
}
