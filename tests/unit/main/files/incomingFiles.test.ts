import { createHash } from 'node:crypto';
import type * as disks from 'node:fs/promises';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { FileId, FileOffer } from '#protocol/file.ts';
import { IncomingFiles } from '#main/files/incomingFiles.ts';

const disk = vi.hoisted(() => ({
  /** Whether it gives files other names. */
  renames: true,
  refuse: (code: string): Promise<never> => Promise.reject(Object.assign(new Error(code), { code })),
}));

// As on a stick or on a network share: files have one name there. Whatever works so works on any disk.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof disks>();
  return {
    ...real,
    link: () => disk.refuse('EPERM'),
    rename: (from: string, to: string) => (disk.renames ? real.rename(from, to) : disk.refuse('EIO')),
  };
});

let folder: string;
let files: IncomingFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-files-'));
  files = new IncomingFiles(
    () => folder,
    () => undefined,
  );
});
afterEach(async () => {
  disk.renames = true;
  await files.forget();
  await rm(folder, { recursive: true, force: true });
});

let made = 0;
const offerOf = (bytes: Uint8Array, but: Partial<FileOffer> = {}): FileOffer => {
  made += 1;
  return {
    id: `file-${String(made).padStart(16, '0')}` as FileId,
    name: 'notes.txt',
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('base64url'),
    ...but,
  };
};
const bytes = new TextEncoder().encode('Good morning, all of you');

async function receive(offer: FileOffer, parts: readonly Uint8Array[]) {
  expect(await files.begin(offer)).toEqual({ ok: true, value: null });
  for (const part of parts) await files.write(offer.id, part);
  return files.finish(offer.id);
}

describe('a file that comes', () => {
  test('is written piece by piece, and gets its name only when it is whole and what was offered', async () => {
    const offer = offerOf(bytes);
    await files.begin(offer);
    await files.write(offer.id, bytes.slice(0, 5));
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
    await files.write(offer.id, bytes.slice(5));
    expect(await files.finish(offer.id)).toEqual({ ok: true, value: { name: 'notes.txt' } });
    expect(await readdir(folder)).toEqual(['notes.txt']);
    expect(new Uint8Array(await readFile(join(folder, 'notes.txt')))).toEqual(bytes);
    expect(files.pathOf(offer.id)).toBe(join(folder, 'notes.txt'));
  });

  test('is readable by this person alone, and not to be run', async () => {
    await receive(offerOf(bytes, { name: 'run.sh' }), [bytes]);
    expect((await stat(join(folder, 'run.sh.unsafe'))).mode & 0o777).toBe(0o600);
  });

  test('is written over nothing that is there', async () => {
    await writeFile(join(folder, 'notes.txt'), 'mine');
    expect(await receive(offerOf(bytes), [bytes])).toMatchObject({ value: { name: 'notes (2).txt' } });
    expect(await receive(offerOf(bytes), [bytes])).toMatchObject({ value: { name: 'notes (3).txt' } });
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('of no bytes is a file all the same', async () => {
    expect(await receive(offerOf(new Uint8Array(0)), [])).toMatchObject({ ok: true });
  });

  test.each([
    ['is another one', [new TextEncoder().encode('Good evening, all of you')]],
    ['is not whole', [bytes.slice(0, 10)]],
    ['is more than was offered', [bytes, bytes]],
  ])('and %s is deleted', async (_what, parts) => {
    const offer = offerOf(bytes);
    await files.begin(offer);
    const answers = [];
    for (const part of parts) answers.push(await files.write(offer.id, part));
    answers.push(await files.finish(offer.id));
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'bad-file' } });
    expect(await readdir(folder)).toEqual([]);
    expect(files.pathOf(offer.id)).toBeNull();
  });

  test('and can not be given its name leaves nothing behind', async () => {
    disk.renames = false;
    expect(await receive(offerOf(bytes), [bytes])).toMatchObject({ error: { code: 'not-written' } });
    expect(await readdir(folder)).toEqual([]);
  });

  test('and is not wanted any more, or belongs to a meeting that is over, leaves nothing behind', async () => {
    const [one, two] = [offerOf(bytes), offerOf(bytes)];
    await files.begin(one);
    await files.write(one.id, bytes);
    await files.abort(one.id);
    await files.begin(two);
    await files.forget();
    expect(await readdir(folder)).toEqual([]);
    expect(await files.write(two.id, bytes)).toMatchObject({ error: { code: 'bad-request' } });
  });

  test('is refused where there is no place for it, and where too many come at once', async () => {
    const nowhere = new IncomingFiles(
      () => join(folder, 'no', 'such'),
      () => undefined,
    );
    expect(await nowhere.begin(offerOf(bytes))).toMatchObject({ error: { code: 'not-written' } });
    for (let count = 0; count < 8; count += 1) await files.begin(offerOf(bytes));
    expect(await files.begin(offerOf(bytes))).toMatchObject({ error: { code: 'rate-limited' } });
  });
});
