import { createHash, type Hash, randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import type { Result } from '#protocol/errors.ts';
import type { FileId, FileOffer } from '#protocol/file.ts';

import type { Log } from '../ports.ts';
import { done, refused } from '../results.ts';
import { underFreeName } from './freeName.ts';
import { safeName } from './safeName.ts';

/** Files that may come at the same time. */
const MOST_AT_ONCE = 8;

interface Incoming {
  readonly offer: FileOffer;
  readonly handle: FileHandle;
  readonly part: string;
  readonly hash: Hash;
  written: number;
}

/**
 * Files that come from others, written to the disk as they come: under a name of no meaning until they are whole and are
 * what was offered, then under a safe one that no file had. Readable by this person alone, and never run or opened.
 */
export class IncomingFiles {
  readonly #folder: () => string;
  readonly #log: Log;
  readonly #coming = new Map<FileId, Incoming>();
  readonly #kept = new Map<FileId, string>();

  constructor(folder: () => string, log: Log) {
    this.#folder = folder;
    this.#log = log;
  }

  async begin(offer: FileOffer): Promise<Result<null>> {
    if (this.#coming.has(offer.id) || this.#coming.size >= MOST_AT_ONCE) return refused('rate-limited');
    const part = join(this.#folder(), `.parley-${randomBytes(9).toString('base64url')}.part`);
    try {
      const handle = await open(part, 'wx', 0o600);
      this.#coming.set(offer.id, { offer, handle, part, hash: createHash('sha256'), written: 0 });
      return done;
    } catch (error) {
      return this.#failed(error);
    }
  }

  async write(id: FileId, bytes: Uint8Array): Promise<Result<null>> {
    const file = this.#coming.get(id);
    if (file === undefined) return refused('bad-request', 'no such file is coming');
    if (file.written + bytes.byteLength > file.offer.size) {
      await this.abort(id);
      return refused('bad-file', 'more came than was offered');
    }
    try {
      await file.handle.write(bytes, 0, bytes.byteLength, file.written);
    } catch (error) {
      await this.abort(id);
      return this.#failed(error);
    }
    file.hash.update(bytes);
    file.written += bytes.byteLength;
    return done;
  }

  async finish(id: FileId): Promise<Result<{ readonly name: string }>> {
    const file = this.#coming.get(id);
    if (file === undefined) return refused('bad-request', 'no such file is coming');
    const isWhole = file.written === file.offer.size && file.hash.digest('base64url') === file.offer.sha256;
    if (!isWhole) {
      await this.abort(id);
      return refused('bad-file', 'what came is not what was offered');
    }
    try {
      await file.handle.sync();
      await file.handle.close();
      const name = await this.#named(file);
      this.#coming.delete(id);
      this.#kept.set(id, join(this.#folder(), name));
      return { ok: true, value: { name } };
    } catch (error) {
      await this.abort(id);
      return this.#failed(error);
    }
  }

  async abort(id: FileId): Promise<void> {
    const file = this.#coming.get(id);
    if (file === undefined) return;
    this.#coming.delete(id);
    await file.handle.close().catch(() => {});
    await rm(file.part, { force: true }).catch(() => {});
  }

  /** Where a file that came whole lies; null where none did. */
  pathOf(id: FileId): string | null {
    return this.#kept.get(id) ?? null;
  }

  /** The meeting is over: what has not come whole does not come. */
  async forget(): Promise<void> {
    this.#kept.clear();
    await Promise.all([...this.#coming.keys()].map((id) => this.abort(id)));
  }

  /**
   * A name that no file has, taken by an empty file, so that none is ever written over: not every disk knows a second
   * name for a file, by which it would be one step.
   */
  async #named({ offer, part }: Incoming): Promise<string> {
    const folder = this.#folder();
    return underFreeName(safeName(offer.name), async (name) => {
      const path = join(folder, name);
      await (await open(path, 'wx', 0o600)).close();
      try {
        await rename(part, path);
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      return name;
    });
  }

  #failed(error: unknown): Result<never> {
    this.#log('file-not-written', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
    return refused('not-written');
  }
}
