import { type ChildProcess, fork } from 'node:child_process';
import { openSync } from 'node:fs';

/** What goes over the channel: a question, and its answer or why there is none. */
export interface Question {
  readonly id: number;
  readonly ask: string;
  readonly with: unknown;
}
export type Answer =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failed: string };

export interface Started {
  readonly script: string;
  readonly args?: readonly string[];
  readonly execArgv?: readonly string[];
  /** A file for its output; without, it goes to ours. */
  readonly output?: string;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A program of the bench in a process of its own, that answers questions. */
export class Remote {
  readonly child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #name: string;
  #asked = 0;

  constructor({ script, args = [], execArgv = [], output }: Started) {
    this.#name = script.split('/').at(-1) ?? script;
    const out = output === undefined ? 'inherit' : openSync(output, 'w');
    this.child = fork(script, [...args], { execArgv: [...execArgv], stdio: ['ignore', out, 'inherit', 'ipc'] });
    this.child.on('message', (message: Answer) => {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ('failed' in message) waiting?.reject(new Error(`${this.#name}: ${message.failed}`));
      else waiting?.resolve(message.answer);
    });
    this.child.on('exit', (code, signal) => {
      for (const waiting of this.#waiting.values()) {
        waiting.reject(new Error(`${this.#name} ended with ${code ?? signal ?? 'nothing'}`));
      }
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`${this.#name} was not started`);
    return this.child.pid;
  }

  ask(question: string, details: unknown = null): Promise<unknown> {
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.child.send({ id, ask: question, with: details } satisfies Question, (error) => {
        if (error) reject(error);
      });
    });
  }

  /** Settles when the process is gone. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** The other end: answers each question by the handler of that name, one after the other. */
export function answerQuestions(handlers: Readonly<Record<string, (details: never) => unknown>>): void {
  const answer = async ({ id, ask, with: details }: Question): Promise<void> => {
    try {
      const handler = handlers[ask];
      if (!handler) throw new Error(`nobody answers ${ask}`);
      send({ id, answer: await handler(details as never) });
    } catch (error) {
      send({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  let last = Promise.resolve();
  process.on('message', (question: Question) => {
    last = last.then(() => answer(question));
  });
}

function send(answer: Answer): void {
  process.send?.(answer);
}
