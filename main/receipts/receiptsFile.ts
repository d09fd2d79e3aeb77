import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import * as v from 'valibot';

import { Receipt } from '#protocol/ipc/receipt.ts';

import type { Log } from '../ports.ts';
import { parseObject } from '../settings/salvage.ts';

/** Receipts that are kept: enough to look back weeks, few enough to read at every start. */
export const MOST_RECEIPTS = 200;

/** Bytes. Ours has a few hundred thousand at most; a larger file was written by something else. */
const MOST_BYTES = 4_194_304;

/** What is kept of exits, oldest first. */
export interface ReceiptsFile {
  readonly all: readonly Receipt[];
  /** The oldest makes room. */
  add(receipt: Receipt): void;
  forget(id: string): void;
  forgetAll(): void;
}

/**
 * Opens the receipts: a file with one of them in each line. Never throws. A line that can't be read, because a sudden end
 * cut it off or somebody edited it, costs that receipt alone; where nothing can be written they live as long as the app.
 */
export function openReceipts(path: string, log: Log): ReceiptsFile {
  return new Receipts(path, log);
}

class Receipts implements ReceiptsFile {
  readonly #path: string;
  readonly #log: Log;
  #all: readonly Receipt[];
  /** Lines on disk: when they are too many, or not all of them good, all are written anew. */
  #lines: number;

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#log = log;
    const lines = linesOf(path);
    const good = lines.flatMap(readReceipt);
    this.#all = good.slice(-MOST_RECEIPTS);
    this.#lines = good.length === lines.length ? lines.length : Infinity;
    if (this.#lines === Infinity) log('receipts-rescued', { kept: this.#all.length });
  }

  get all(): readonly Receipt[] {
    return this.#all;
  }

  add(receipt: Receipt): void {
    this.#all = [...this.#all, receipt].slice(-MOST_RECEIPTS);
    this.#lines += 1;
    if (this.#lines > 2 * MOST_RECEIPTS) this.#writeAll();
    else this.#try(() => append(this.#path, lineOf(receipt)));
  }

  forget(id: string): void {
    const kept = this.#all.filter((receipt) => receipt.id !== id);
    if (kept.length === this.#all.length) return;
    this.#all = kept;
    this.#writeAll();
  }

  forgetAll(): void {
    this.#all = [];
    this.#lines = 0;
    this.#try(() => rmSync(this.#path, { force: true }));
  }

  /** In one step: the old file or the new one, never half. */
  #writeAll(): void {
    this.#lines = this.#all.length;
    this.#try(() => {
      const draft = `${this.#path}.new`;
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(draft, this.#all.map(lineOf).join(''));
      renameSync(draft, this.#path);
    });
  }

  #try(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#log('receipts-not-written', { error: (error as NodeJS.ErrnoException).code ?? 'unknown' });
    }
  }
}

const lineOf = (receipt: Receipt): string => `${JSON.stringify(receipt)}\n`;

function append(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, line);
}

/** The lines of the file; one that is no receipt stands for whatever is wrong with it as a whole. */
function linesOf(path: string): readonly string[] {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > MOST_BYTES) return [''];
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    // Without its end the next line would be written into it.
    return last === '' ? lines : [...lines, last, ''];
  } catch {
    return [];
  }
}

function readReceipt(line: string): readonly Receipt[] {
  const parsed = v.safeParse(Receipt, parseObject(line));
  return parsed.success ? [parsed.output] : [];
}
