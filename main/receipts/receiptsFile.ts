import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import * as v from 'valibot';

import { Receipt } from '#protocol/ipc/receipt.ts';

import type { Log } from '../ports.ts';
import { parseObject } from '../settings/salvage.ts';

/** Receipts that are kept: enough to look back weeks, few enough to read at once. */
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
 * The receipts: a file with one of them in each line, read when they are first asked for. Never throws. A line that can't
 * be read, because a sudden end cut it off or somebody edited it, costs that receipt alone; where nothing can be written
 * they live as long as the app.
 */
export function openReceipts(path: string, log: Log): ReceiptsFile {
  return new Receipts(path, log);
}

interface Kept {
  readonly all: readonly Receipt[];
  /** On disk: when they are too many, or not all of them good, all are written anew. */
  readonly lines: number;
}

class Receipts implements ReceiptsFile {
  readonly #path: string;
  readonly #log: Log;
  /** Null until somebody asks: no start waits for what is looked at later, if at all. */
  #kept: Kept | null = null;

  constructor(path: string, log: Log) {
    this.#path = path;
    this.#log = log;
  }

  get all(): readonly Receipt[] {
    return this.#read().all;
  }

  add(receipt: Receipt): void {
    const { all, lines } = this.#read();
    this.#kept = { all: [...all, receipt].slice(-MOST_RECEIPTS), lines: lines + 1 };
    if (this.#kept.lines > 2 * MOST_RECEIPTS) this.#writeAll(this.#kept.all);
    else this.#try(() => append(this.#path, lineOf(receipt)));
  }

  forget(id: string): void {
    const { all } = this.#read();
    const kept = all.filter((receipt) => receipt.id !== id);
    if (kept.length < all.length) this.#writeAll(kept);
  }

  forgetAll(): void {
    this.#kept = { all: [], lines: 0 };
    this.#try(() => rmSync(this.#path, { force: true }));
  }

  #read(): Kept {
    if (this.#kept) return this.#kept;
    const lines = linesOf(this.#path);
    const good = lines.flatMap(readReceipt);
    const all = good.slice(-MOST_RECEIPTS);
    const isWhole = good.length === lines.length;
    if (!isWhole) this.#log('receipts-rescued', { kept: all.length });
    this.#kept = { all, lines: isWhole ? lines.length : Infinity };
    return this.#kept;
  }

  /** In one step: the old file or the new one, never half. */
  #writeAll(all: readonly Receipt[]): void {
    this.#kept = { all, lines: all.length };
    this.#try(() => {
      const draft = `${this.#path}.new`;
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(draft, all.map(lineOf).join(''));
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
